//! The placeholder is `{idd}`, the parameter is `id`.

pub async fn get_customer(http: &reqwest::Client, id: &str) -> Result<String, reqwest::Error> {
    http.get(format!("http://localhost/api/v1/customers/{idd}")).send().await?.text().await
}

fn main() {}
