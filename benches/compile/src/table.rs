//! Figures by number of endpoints, and what one more endpoint adds.

use crate::forms::FORMS;

/// One measure of all forms.
pub(crate) struct Table {
    pub(crate) title: String,
    pub(crate) unit: &'static str,
    /// Whether the first endpoint has a bar as well, and not only each more.
    pub(crate) first_counts: bool,
    /// For each number of endpoints the figure of each form, in the order of [`FORMS`].
    pub(crate) rows: Vec<(usize, Vec<f64>)>,
}

impl Table {
    /// What one more endpoint adds, for the form at this place.
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

    /// How many times what another form adds ours adds.
    pub(crate) fn ratio(&self, form: usize) -> f64 {
        self.slope(0) / self.slope(form)
    }

    /// How many times what a crate with a single endpoint costs in another form it costs in ours, where that counts.
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
        line("each more", &slopes, (1..names.len()).map(|form| format!("**{:.2}**", self.ratio(form))));
    }
}

fn line(head: &str, figures: &[f64], ratios: impl Iterator<Item = String>) {
    let figures: Vec<_> = figures.iter().map(|figure| number(*figure)).chain(ratios).collect();
    println!("| {head} | {} |", figures.join(" | "));
}

/// Three digits at least, no more than are needed.
fn number(figure: f64) -> String {
    if figure.abs() < 100.0 { format!("{figure:.2}") } else { format!("{figure:.0}") }
}
