//! Networks: what the inference library runs, behind one door.
//!
//! Whatever a network gives is checked for its shape here, so that nothing behind can fail on it.

use rten::{Model, ModelOptions, NodeId, Value, ValueOrView, op_registry};
use thiserror::Error;

use crate::container::LoadError;

/// A network that could not be run.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("The deep reader's network “{network}” failed: {reason}")]
pub struct ReadError {
    /// Which.
    network: &'static str,
    /// What the inference library says.
    reason: String,
}

impl ReadError {
    /// Which network it was.
    pub(crate) fn network(&self) -> &'static str {
        self.network
    }
}

/// A network with its inputs and outputs.
pub(crate) struct Network {
    name: &'static str,
    model: Model,
    inputs: Vec<NodeId>,
    outputs: Vec<NodeId>,
}

impl Network {
    /// Loads a network in ONNX, and finds its inputs and outputs by their names.
    pub(crate) fn load(
        name: &'static str,
        bytes: &[u8],
        inputs: &[&str],
        outputs: &[&str],
    ) -> Result<Self, LoadError> {
        let unusable = |reason: String| LoadError::Network { network: name, reason };
        // Only these operators come into the program.
        let operators = op_registry!(
            Add,
            Cast,
            Concat,
            Div,
            DynamicQuantizeLinear,
            Equal,
            Erf,
            Gather,
            Greater,
            Identity,
            If,
            LayerNormalization,
            MatMul,
            MatMulInteger,
            Mul,
            ReduceSum,
            Reshape,
            Shape,
            Slice,
            Softmax,
            Squeeze,
            Tanh,
            Transpose,
            Unsqueeze
        );
        let mut options = ModelOptions::with_ops(operators);
        // Windows are short: laying out the weights anew for each would cost more than using them.
        options.prepack_weights(true);
        let model = options.load(bytes.to_vec()).map_err(|error| unusable(error.to_string()))?;
        let find = |names: &[&str]| {
            let find = |name: &&str| {
                model.find_node(name).ok_or_else(|| unusable(format!("it has no “{name}”.")))
            };
            names.iter().map(find).collect::<Result<Vec<_>, _>>()
        };
        let (inputs, outputs) = (find(inputs)?, find(outputs)?);
        Ok(Self { name, model, inputs, outputs })
    }

    /// Runs it; inputs and outputs stand in the order in which they were named.
    fn run(&self, inputs: Vec<ValueOrView<'_>>) -> Result<Vec<Value>, ReadError> {
        let inputs = self.inputs.iter().copied().zip(inputs).collect();
        self.model.run(inputs, &self.outputs, None).map_err(|error| self.failed(error.to_string()))
    }

    fn failed(&self, reason: String) -> ReadError {
        ReadError { network: self.name, reason }
    }

    /// The numbers of a result that has the shape it should.
    fn numbers(&self, value: Option<Value>, shape: &[usize]) -> Result<Vec<f32>, ReadError> {
        let misshapen = || self.failed("a result has another shape than it should.".to_owned());
        let value = value.ok_or_else(misshapen)?;
        let numbers = match *shape {
            [a, b] => match value.into_shape_vec::<f32, 2>() {
                Ok((found, numbers)) if found == [a, b] => numbers,
                _ => return Err(misshapen()),
            },
            [a, b, c] => match value.into_shape_vec::<f32, 3>() {
                Ok((found, numbers)) if found == [a, b, c] => numbers,
                _ => return Err(misshapen()),
            },
            _ => return Err(misshapen()),
        };
        if numbers.iter().all(|number| number.is_finite()) {
            Ok(numbers)
        } else {
            Err(self.failed("a result is no number.".to_owned()))
        }
    }
}

/// The networks of a file.
pub(crate) struct Networks {
    encoder: Network,
    targets: Network,
    pairs: Network,
    labels: usize,
}

/// A window as the encoder gives it: nothing that outlives its batch.
pub(crate) struct Encoded {
    hidden: Value,
    /// How many ids it has.
    pub(crate) length: usize,
    /// For each id the scores of the labels.
    pub(crate) names: Vec<f32>,
}

/// What a head says of one spot or of one pair of spots.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Judged<const CLASSES: usize> {
    pub(crate) logits: [f32; CLASSES],
    /// What each id added to them.
    pub(crate) parts: Vec<[f32; CLASSES]>,
}

impl Networks {
    pub(crate) fn load(
        encoder: &[u8],
        targets: &[u8],
        pairs: &[u8],
        labels: usize,
    ) -> Result<Self, LoadError> {
        let outputs = ["anyone", "writer", "anyone_parts", "writer_parts"];
        let of_pairs = (["hidden", "first", "second"], ["between", "between_parts"]);
        Ok(Self {
            encoder: Network::load("encoder", encoder, &["ids", "shapes"], &["hidden", "names"])?,
            targets: Network::load("targets", targets, &["hidden", "spots"], &outputs)?,
            pairs: Network::load("pairs", pairs, &of_pairs.0, &of_pairs.1)?,
            labels,
        })
    }

    /// Reads the ids of a window.
    pub(crate) fn encode(&self, ids: &[i32], shapes: &[i32]) -> Result<Encoded, ReadError> {
        let network = &self.encoder;
        let row = |ids: &[i32]| {
            let row = Value::from_shape([1, ids.len()], ids.to_vec());
            row.map(ValueOrView::from).map_err(|error| network.failed(error.to_string()))
        };
        let mut results = network.run(vec![row(ids)?, row(shapes)?])?;
        let names = network.numbers(results.pop(), &[ids.len(), self.labels])?;
        let hidden = results.pop();
        let hidden =
            hidden.ok_or_else(|| network.failed("it gives too few results.".to_owned()))?;
        Ok(Encoded { hidden, length: ids.len(), names })
    }

    /// Judges targets, each by the ids that it stands on: toward them whoever holds it, and the
    /// writer.
    pub(crate) fn targets(
        &self,
        encoded: &Encoded,
        spots: &[Vec<usize>],
    ) -> Result<Vec<[Judged<3>; 2]>, ReadError> {
        if spots.is_empty() {
            return Ok(Vec::new());
        }
        let network = &self.targets;
        let rows = rows(network, encoded, spots.iter().map(Vec::as_slice))?;
        let mut results = network.run(vec![(&encoded.hidden).into(), rows.into()])?;
        let (count, length) = (spots.len(), encoded.length);
        let writer_parts = network.numbers(results.pop(), &[count, length, 3])?;
        let anyone_parts = network.numbers(results.pop(), &[count, length, 3])?;
        let writer = network.numbers(results.pop(), &[count, 3])?;
        let anyone = network.numbers(results.pop(), &[count, 3])?;
        let anyone = judged(&anyone, &anyone_parts, length);
        let writer = judged(&writer, &writer_parts, length);
        Ok(anyone.zip(writer).map(|(anyone, writer)| [anyone, writer]).collect())
    }

    /// Judges pairs, each by the ids that the one stands on which is mentioned first, and those of
    /// the other.
    pub(crate) fn pairs(
        &self,
        encoded: &Encoded,
        pairs: &[[Vec<usize>; 2]],
    ) -> Result<Vec<Judged<5>>, ReadError> {
        if pairs.is_empty() {
            return Ok(Vec::new());
        }
        let network = &self.pairs;
        let side = |side: usize| {
            rows(network, encoded, pairs.iter().map(move |pair| pair[side].as_slice()))
        };
        let (first, second) = (side(0)?, side(1)?);
        let inputs = vec![(&encoded.hidden).into(), first.into(), second.into()];
        let mut results = network.run(inputs)?;
        let (count, length) = (pairs.len(), encoded.length);
        let parts = network.numbers(results.pop(), &[count, length, 5])?;
        let between = network.numbers(results.pop(), &[count, 5])?;
        Ok(judged(&between, &parts, length).collect())
    }
}

/// A row for each spot: the same share on each of its ids.
fn rows<'a>(
    network: &Network,
    encoded: &Encoded,
    spots: impl ExactSizeIterator<Item = &'a [usize]>,
) -> Result<Value, ReadError> {
    let count = spots.len();
    let mut rows = vec![0.0_f32; count * encoded.length];
    for (row, spot) in rows.chunks_exact_mut(encoded.length.max(1)).zip(spots) {
        let share = 1.0 / spot.len().max(1) as f32;
        for id in spot {
            if let Some(place) = row.get_mut(*id) {
                *place = share;
            }
        }
    }
    let rows = Value::from_shape([count, encoded.length], rows);
    rows.map_err(|error| network.failed(error.to_string()))
}

fn judged<const CLASSES: usize>(
    logits: &[f32],
    parts: &[f32],
    length: usize,
) -> impl Iterator<Item = Judged<CLASSES>> {
    let (logits, _) = logits.as_chunks::<CLASSES>();
    let (parts, _) = parts.as_chunks::<CLASSES>();
    logits
        .iter()
        .zip(parts.chunks(length.max(1)))
        .map(|(logits, parts)| Judged { logits: *logits, parts: parts.to_vec() })
}
