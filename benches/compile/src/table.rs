//! Tables of figures by number of endpoints, with the cost of each additional endpoint.

use crate::forms::FORMS;

/// One measure of all forms.
pub(crate) struct Table {
    pub(crate) title: String,
    pub(crate) unit: &'static str,
    /// `true` if the first endpoint has a maximum as well.
    pub(crate) first_counts: bool,
    /// The figures of all forms for each number of endpoints, in the order of [`FORMS`].
    pub(crate) rows: Vec<(usize, Vec<f64>)>,
}

impl Table {
    /// Returns the cost of each additional endpoint in a form, by least squares.
    pub(crate) fn slope(&self, form: usize) -> f64 {
        let points: Vec<_> =
            self.rows.iter().filter_map(|(count, figures)| Some((*count as f64, *figures.get(form)?))).collect();
        let n = points.len() as f64;
        let (mean_x, mean_y) =
            (points.iter().map(|(x, _)| x).sum::<f64>() / n, points.iter().map(|(_, y)| y).sum::<f64>() / n);
        let (mut above, mut below) = (0.0, 0.0);
        for (x, y) in points {
            above += (x - mean_x) * (y - mean_y);
            below += (x - mean_x).powi(2);
        }
        above / below
    }

    /// Returns the ratio of our [`slope`](Self::slope) to that of another form.
    pub(crate) fn ratio(&self, form: usize) -> f64 {
        self.slope(0) / self.slope(form)
    }

    /// Returns the ratio of ours to another form for a single endpoint, if the table has a maximum for it.
    pub(crate) fn first_ratio(&self, form: usize) -> Option<f64> {
        let (_, figures) = self.rows.iter().find(|(count, _)| self.first_counts && *count == 1)?;
        Some(figures.first()? / figures.get(form)?)
    }

    pub(crate) fn print(&self) {
        println!("\n{} ({})\n", self.title, self.unit);
        let names: Vec<_> = FORMS.iter().map(|form| form.name()).collect();
        println!("| endpoints | {} | ours / {} |", names.join(" | "), names[1..].join(" | ours / "));
        println!("| ---: |{}", " ---: |".repeat(2 * names.len() - 1));
        for (count, figures) in &self.rows {
            let ratios = figures[1..].iter().map(|figure| format!("{:.2}", figures[0] / figure));
            line(&count.to_string(), figures, ratios);
        }
        let slopes: Vec<_> = (0..names.len()).map(|form| self.slope(form)).collect();
        line("each additional", &slopes, (1..names.len()).map(|form| format!("**{:.2}**", self.ratio(form))));
    }
}

fn line(head: &str, figures: &[f64], ratios: impl Iterator<Item = String>) {
    let figures: Vec<_> = figures.iter().map(|figure| number(*figure)).chain(ratios).collect();
    println!("| {head} | {} |", figures.join(" | "));
}

/// Formats a figure with at least three digits.
fn number(figure: f64) -> String {
    if figure.abs() < 100.0 { format!("{figure:.2}") } else { format!("{figure:.0}") }
}
