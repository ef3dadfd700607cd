//! Several long programs side by side, with a line now and then that says how far they are.

use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

/// How often a line is printed.
const EVERY: Duration = Duration::from_secs(10);
/// How often the programs are looked at.
const LOOK: Duration = Duration::from_millis(100);
/// How much of its log is shown when a program fails, in lines.
const SHOWN: usize = 40;

/// A program that compiles crates for a while.
pub(crate) struct Job {
    /// What it is doing, as the person reads it.
    pub(crate) name: String,
    /// The program.
    pub(crate) command: Command,
    /// The file that gets what it says.
    pub(crate) log: PathBuf,
}

/// Runs all jobs at once and waits for them.
///
/// # Errors
/// The first job that fails ends with the last lines of its log; the others are waited for.
pub(crate) fn run_together(jobs: Vec<Job>) -> Result<()> {
    let start = Instant::now();
    let mut running = jobs.into_iter().map(Running::start).collect::<Result<Vec<_>>>()?;
    let mut next = EVERY;
    while running.iter().any(|job| job.ended.is_none()) {
        thread::sleep(LOOK);
        for job in &mut running {
            job.look(start)?;
        }
        if start.elapsed() >= next && running.iter().any(|job| job.ended.is_none()) {
            next += EVERY;
            let jobs: Vec<_> = running.iter().map(Running::state).collect();
            println!("  {:>3} s  {}", start.elapsed().as_secs(), jobs.join("; "));
        }
    }
    for job in &running {
        if job.ended == Some(false) {
            let log = fs::read_to_string(&job.log).unwrap_or_default();
            let lines: Vec<_> = log.lines().collect();
            let last = lines.get(lines.len().saturating_sub(SHOWN)..).unwrap_or_default();
            bail!("{} failed:\n{}", job.name, last.join("\n"));
        }
    }
    Ok(())
}

struct Running {
    name: String,
    log: PathBuf,
    child: Child,
    ended: Option<bool>,
}

impl Running {
    fn start(mut job: Job) -> Result<Self> {
        if let Some(folder) = job.log.parent() {
            fs::create_dir_all(folder)?;
        }
        let log = File::create(&job.log)
            .with_context(|| format!("cannot write {}", job.log.display()))?;
        let child = job
            .command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("cannot start what {} needs", job.name))?;
        Ok(Self { name: job.name, log: job.log, child, ended: None })
    }

    fn look(&mut self, start: Instant) -> Result<()> {
        if self.ended.is_none()
            && let Some(status) = self.child.try_wait()?
        {
            self.ended = Some(status.success());
            let end = if status.success() { "done" } else { "failed" };
            println!("  {:>3} s  {}: {end}", start.elapsed().as_secs(), self.name);
        }
        Ok(())
    }

    fn state(&self) -> String {
        match self.ended {
            None => format!("{}: {} crates", self.name, crates_in(&self.log)),
            Some(_) => format!("{}: done", self.name),
        }
    }
}

fn crates_in(log: &Path) -> usize {
    let Ok(file) = File::open(log) else { return 0 };
    let lines = BufReader::new(file).lines().map_while(Result::ok);
    lines.filter(|line| line.trim_start().starts_with("Compiling ")).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(arguments: &[&str], name: &str) -> Job {
        let log =
            std::env::temp_dir().join(format!("xtask-progress-{}-{name}", std::process::id()));
        let mut command = Command::new("cargo");
        command.args(arguments);
        Job { name: name.to_owned(), command, log }
    }

    #[test]
    fn a_failing_job_shows_what_it_said() {
        let jobs = vec![job(&["--version"], "good"), job(&["no-such-command"], "bad")];
        let message = run_together(jobs).expect_err("one of them fails").to_string();
        assert!(message.starts_with("bad failed:") && message.contains("no-such-command"));
    }
}
