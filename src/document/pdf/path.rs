//! [`Path`]: the straight level and upright lines that a page draws.
//!
//! A frame is drawn as a stroke, or as a filled box that is no thicker than a line. Curves, slanted
//! lines and boxes with an area are no ruling.

use super::super::layout::{Ruling, Unit};
use super::matrix::Matrix;
use hayro_syntax::content::ops::TypedInstruction as Op;

/// Thickest line, in hundredths of a point.
const THICK: Unit = 300;

/// How many lines of a page are kept.
const MAX_RULINGS: usize = 20_000;

/// The path that is being drawn, and the lines that were.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// Parts of the path, each a row of points.
    parts: Vec<Vec<(Unit, Unit)>>,
    /// The lines that were drawn.
    pub(super) rulings: Vec<Ruling>,
}

impl Path {
    /// Carries out an instruction if it is one of drawing.
    pub(super) fn follow(&mut self, instruction: &Op<'_, '_>, map: Matrix) {
        match instruction {
            Op::MoveTo(p) => self.parts.push(vec![map.place(p.0.as_f64(), p.1.as_f64())]),
            Op::LineTo(p) => self.line(map.place(p.0.as_f64(), p.1.as_f64())),
            Op::CubicTo(p) => self.line(map.place(p.4.as_f64(), p.5.as_f64())),
            Op::CubicStartTo(p) => self.line(map.place(p.2.as_f64(), p.3.as_f64())),
            Op::CubicEndTo(p) => self.line(map.place(p.2.as_f64(), p.3.as_f64())),
            Op::ClosePath(_) => self.close(),
            Op::RectPath(r) => {
                let corner = Matrix::shift(r.0.as_f64(), r.1.as_f64()).then(map);
                let (width, height) = (r.2.as_f64(), r.3.as_f64());
                let corners =
                    [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height), (0.0, 0.0)];
                self.parts.push(corners.map(|(x, y)| corner.place(x, y)).to_vec());
            }
            Op::StrokePath(_) => self.stroke(),
            Op::CloseAndStrokePath(_) => {
                self.close();
                self.stroke();
            }
            Op::FillPathNonZero(_)
            | Op::FillPathNonZeroCompatibility(_)
            | Op::FillPathEvenOdd(_) => self.fill(),
            Op::FillAndStrokeNonZero(_)
            | Op::FillAndStrokeEvenOdd(_)
            | Op::CloseFillAndStrokeNonZero(_)
            | Op::CloseFillAndStrokeEvenOdd(_) => {
                self.close();
                self.stroke();
            }
            Op::EndPath(_) => self.parts.clear(),
            _ => {}
        }
    }

    fn line(&mut self, to: (Unit, Unit)) {
        if let Some(part) = self.parts.last_mut() {
            part.push(to);
        }
    }

    fn close(&mut self) {
        if let Some(part) = self.parts.last_mut()
            && let Some(&first) = part.first()
        {
            part.push(first);
        }
    }

    fn stroke(&mut self) {
        for part in std::mem::take(&mut self.parts) {
            for ends in part.windows(2) {
                self.add(ends);
            }
        }
    }

    fn fill(&mut self) {
        for part in std::mem::take(&mut self.parts) {
            self.add(&part);
        }
    }

    /// Adds the box around the points if it is a line.
    fn add(&mut self, points: &[(Unit, Unit)]) {
        let bounds = |of: fn(&(Unit, Unit)) -> Unit| {
            let values = points.iter().map(of);
            values.clone().min().zip(values.max()).unwrap_or_default()
        };
        let (x, y) = (bounds(|point| point.0), bounds(|point| point.1));
        let (width, height) = (x.1 - x.0, y.1 - y.0);
        let is_line = width.min(height) <= THICK && width.max(height) > THICK;
        if is_line && self.rulings.len() < MAX_RULINGS {
            self.rulings.push(Ruling { x, y });
        }
    }
}
