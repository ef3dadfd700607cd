//! The least value of a smooth function of many numbers, by L-BFGS with a backtracking line search
//! (Nocedal and Wright, Numerical Optimization, 2006, algorithms 3.1, 7.4 and 7.5).

/// How many steps are remembered.
const MEMORY: usize = 8;
/// The most steps.
const STEPS: usize = 80;
/// A gradient is flat that is this much shorter than the first.
const FLAT: f64 = 1e-3;

/// Where a function, which also writes its gradient, is least, beginning at a place.
pub(super) fn least(
    mut value: impl FnMut(&[f64], &mut [f64]) -> f64,
    mut at: Vec<f64>,
) -> Vec<f64> {
    let mut gradient = vec![0.0; at.len()];
    let mut here = value(&at, &mut gradient);
    let steep = length(&gradient);
    let mut memory: Vec<(Vec<f64>, Vec<f64>, f64)> = Vec::new();
    for _ in 0..STEPS {
        if length(&gradient) <= FLAT * steep {
            break;
        }
        let direction = direction(&gradient, &memory);
        let slope = dot(&gradient, &direction);
        if slope >= 0.0 {
            memory.clear();
            continue;
        }
        let mut step = if memory.is_empty() { 1.0 / length(&gradient).max(1.0) } else { 1.0 };
        let mut next_gradient = vec![0.0; at.len()];
        let (next, there) = loop {
            let next: Vec<f64> = at.iter().zip(&direction).map(|(a, d)| a + step * d).collect();
            let there = value(&next, &mut next_gradient);
            if there <= here + 1e-4 * step * slope || step < 1e-10 {
                break (next, there);
            }
            step *= 0.5;
        };
        let moved: Vec<f64> = next.iter().zip(&at).map(|(n, a)| n - a).collect();
        let turned: Vec<f64> = next_gradient.iter().zip(&gradient).map(|(n, g)| n - g).collect();
        let curve = dot(&moved, &turned);
        if curve > 1e-12 {
            memory.push((moved, turned, 1.0 / curve));
            if memory.len() > MEMORY {
                memory.remove(0);
            }
        }
        (at, here, gradient) = (next, there, next_gradient);
    }
    at
}

/// Minus the gradient, bent by what the last steps tell of the curvature.
fn direction(gradient: &[f64], memory: &[(Vec<f64>, Vec<f64>, f64)]) -> Vec<f64> {
    let mut direction: Vec<f64> = gradient.iter().map(|g| -g).collect();
    let mut shares = Vec::with_capacity(memory.len());
    for (moved, turned, inverse) in memory.iter().rev() {
        let share = inverse * dot(moved, &direction);
        add(&mut direction, turned, -share);
        shares.push(share);
    }
    if let Some((_, turned, inverse)) = memory.last() {
        let scale = 1.0 / (inverse * dot(turned, turned));
        direction.iter_mut().for_each(|d| *d *= scale);
    }
    for ((moved, turned, inverse), share) in memory.iter().zip(shares.into_iter().rev()) {
        let other = inverse * dot(turned, &direction);
        add(&mut direction, moved, share - other);
    }
    direction
}

fn add(to: &mut [f64], more: &[f64], times: f64) {
    to.iter_mut().zip(more).for_each(|(t, m)| *t += times * m);
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

fn length(of: &[f64]) -> f64 {
    dot(of, of).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_valley_is_followed_to_its_end() {
        // Rosenbrock's function, least at (1, 1).
        let value = |at: &[f64], gradient: &mut [f64]| {
            let (x, y) = (at[0], at[1]);
            gradient[0] = -2.0 * (1.0 - x) - 400.0 * x * (y - x * x);
            gradient[1] = 200.0 * (y - x * x);
            (1.0 - x).powi(2) + 100.0 * (y - x * x).powi(2)
        };
        let found = least(value, vec![-1.2, 1.0]);
        assert!((found[0] - 1.0).abs() < 0.05 && (found[1] - 1.0).abs() < 0.1, "{found:?}");
    }
}
