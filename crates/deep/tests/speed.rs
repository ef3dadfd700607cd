use discussion::Discussion;
#[test]
fn speed() {
    let Ok(bytes) = std::fs::read("/work/drafts/deep/random.bin") else { return };
    let t = std::time::Instant::now();
    let reader = deep::Reader::load(&bytes).unwrap();
    println!("load {:?}", t.elapsed());
    let text = std::fs::read_to_string("/work/deep/README.md").unwrap();
    let d: Discussion = discussion::import(text.as_bytes(), discussion::Import::default()).unwrap();
    let t = std::time::Instant::now();
    let mut p = deep::Progress::new(&reader, &d);
    println!("windows {} {:?}", p.windows().len(), t.elapsed());
    let all: Vec<usize> = (0..p.windows().len()).collect();
    let t = std::time::Instant::now();
    let models = engine::Models::default();
    deep::read(&reader, &d, &models, &mut p, &all).unwrap();
    println!("read {:?} {} bytes", t.elapsed(), d.text.len());
    let t = std::time::Instant::now();
    let a = deep::analysis(&p, &d, &models);
    println!("analysis {:?} {} entities", t.elapsed(), a.entities.len());
}
