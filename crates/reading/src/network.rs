//! The network: which of those who are talked about is for or against which other.
//!
//! It is drawn as a list of names with an arc for each relation, so that every name can be read,
//! the picture of the same text is always the same, and no place needs to be calculated.

use discussion::order;
use engine::{EntityId, Holder, Stance};

use crate::{
    matrix::{Cell, add_passages},
    reading::Reading,
};

/// What one entity is reported to hold of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Who judges.
    pub holder: EntityId,
    /// Who is judged.
    pub target: EntityId,
    /// How often which way, and where.
    pub cell: Cell,
}

/// Who is for or against whom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// The entities from top to bottom: those that have to do with each other stand close.
    pub nodes: Vec<EntityId>,
    /// The relations between them, by holder and target in the order of the nodes.
    pub edges: Vec<Edge>,
    /// How many more entities take part.
    pub left_out: usize,
}

impl Network {
    /// The relations in the paragraphs that match, between at most `most` entities: those that
    /// take part in the most relations, then those mentioned most. Nobody is related to themselves,
    /// and who says it must be an entity: what writers hold stands in the matrix.
    #[must_use]
    pub fn of(reading: &Reading, matches: &[bool], most: usize) -> Self {
        let edges = edges(reading, matches);
        let mut weights = vec![0; reading.analysis.entities.len()];
        for edge in &edges {
            weights[edge.holder.index()] += edge.weight();
            weights[edge.target.index()] += edge.weight();
        }
        let mut nodes: Vec<EntityId> =
            reading.entities().map(|(id, _)| id).filter(|id| weights[id.index()] > 0).collect();
        let heavier = |id: &EntityId| (std::cmp::Reverse(weights[id.index()]), reading.rank(*id));
        order::sort_by(&mut nodes, |a, b| heavier(a).cmp(&heavier(b)));
        let left_out = nodes.len().saturating_sub(most);
        nodes.truncate(most);
        let mut network = Self { nodes: beside_each_other(nodes, &edges), edges, left_out };
        let places = network.places(reading);
        network.edges.retain(|edge| {
            places[edge.holder.index()].is_some() && places[edge.target.index()].is_some()
        });
        order::sort_by_key(&mut network.edges, |edge| {
            (places[edge.holder.index()], places[edge.target.index()])
        });
        network
    }

    /// Where an entity stands in the list, from 0.
    #[must_use]
    pub fn place(&self, entity: EntityId) -> Option<usize> {
        self.nodes.iter().position(|node| *node == entity)
    }

    /// The relation from one entity to another.
    #[must_use]
    pub fn edge(&self, holder: EntityId, target: EntityId) -> Option<&Edge> {
        self.edges.iter().find(|edge| edge.holder == holder && edge.target == target)
    }

    fn places(&self, reading: &Reading) -> Vec<Option<usize>> {
        let mut places = vec![None; reading.analysis.entities.len()];
        for (place, node) in self.nodes.iter().enumerate() {
            places[node.index()] = Some(place);
        }
        places
    }
}

impl Edge {
    /// In how many paragraphs the holder judges the target.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.cell.shares.paragraphs()
    }

    fn is_between(&self, one: EntityId, other: EntityId) -> bool {
        (self.holder, self.target) == (one, other) || (self.holder, self.target) == (other, one)
    }
}

fn edges(reading: &Reading, matches: &[bool]) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::new();
    for paragraph in reading.paragraphs() {
        if !matches.get(paragraph.index()).copied().unwrap_or(true) {
            continue;
        }
        for row in reading.rows_in(paragraph) {
            let Holder::Source(holder) = row.holder else { continue };
            if holder == row.target || matches!(row.stance, Stance::Neutral | Stance::Unclear) {
                continue;
            }
            let key = (holder, row.target);
            let found = edges.binary_search_by_key(&key, |edge| (edge.holder, edge.target));
            let at = found.unwrap_or_else(|at| {
                edges.insert(at, Edge { holder, target: row.target, cell: Cell::default() });
                at
            });
            let cell = &mut edges[at].cell;
            cell.shares.add(row.stance);
            add_passages(reading, paragraph, row.holder, row.target, row.stance, cell);
        }
    }
    edges
}

/// Puts each next the entity that has most to do with those already there; of several, and where
/// none has, the first of those given. Later neighbours count more, which keeps arcs short.
fn beside_each_other(mut left: Vec<EntityId>, edges: &[Edge]) -> Vec<EntityId> {
    let mut nodes: Vec<EntityId> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let ties = |entity: EntityId| -> usize {
            let each = nodes.iter().enumerate().map(|(place, node)| {
                let between = edges.iter().filter(|edge| edge.is_between(entity, *node));
                between.map(Edge::weight).sum::<usize>() * (place + 1)
            });
            each.sum()
        };
        let mut next = (0, ties(left[0]));
        for (at, entity) in left.iter().enumerate().skip(1) {
            let tied = ties(*entity);
            if tied > next.1 {
                next = (at, tied);
            }
        }
        nodes.push(left.remove(next.0));
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::tests::sample;

    fn relations(network: &Network, reading: &Reading) -> Vec<String> {
        let line = |edge: &Edge| {
            let (holder, target) = (reading.name(edge.holder), reading.name(edge.target));
            format!("{holder} {:?} {target} {}", edge.cell.stance(), edge.weight())
        };
        network.edges.iter().map(line).collect()
    }

    #[test]
    fn holds_what_entities_are_reported_to_think_of_each_other() {
        let reading = sample();
        let network = Network::of(&reading, &[], 9);
        assert_eq!(
            relations(&network, &reading),
            ["Ada Some(Critical) Bob 1", "Ada Some(Supportive) Rome 1"]
        );
        let names: Vec<_> = network.nodes.iter().map(|id| reading.name(*id)).collect();
        assert_eq!(names, ["Ada", "Bob", "Rome"]);
        let edge = network.edge(network.nodes[0], network.nodes[1]).expect("an edge");
        assert_eq!(edge.cell.passages.len(), 1);
        assert_eq!(network.edge(network.nodes[1], network.nodes[0]), None);
        assert_eq!(network.place(network.nodes[1]), Some(1));
    }

    #[test]
    fn counts_only_what_matches_and_says_how_many_are_left_out() {
        let reading = sample();
        assert_eq!(Network::of(&reading, &[false; 9], 9), Network::default());
        let narrow = Network::of(&reading, &[], 1);
        assert_eq!((narrow.nodes.len(), narrow.edges.len(), narrow.left_out), (1, 0, 2));
    }

    #[test]
    fn those_who_have_to_do_with_each_other_stand_close() {
        let edge = |holder, target| Edge {
            holder: EntityId(holder),
            target: EntityId(target),
            cell: Cell {
                shares: crate::Shares { critical: 1, ..crate::Shares::default() },
                ..Cell::default()
            },
        };
        let edges = [edge(0, 3), edge(1, 2), edge(3, 4)];
        let nodes = beside_each_other((0..5).map(EntityId).collect(), &edges);
        assert_eq!(nodes, [0, 3, 4, 1, 2].map(EntityId));
    }
}
