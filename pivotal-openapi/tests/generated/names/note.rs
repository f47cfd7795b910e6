//! The operations of `NoteApi`.

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::{NAMES, Note};

#[endpoints(api = NAMES)]
pub trait NoteApi {
    #[endpoint(GET, "/a", operation = "getItem")]
    async fn get_item(&self) -> Result<Holder, Error>;
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Holder {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(rename = "+1", skip_serializing_if = "Option::is_none")]
    pub plus_1: Option<i64>,
    #[serde(rename = "-1", skip_serializing_if = "Option::is_none")]
    pub minus_1: Option<i64>,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub at_id: Option<String>,
    #[serde(rename = "$ref-like", skip_serializing_if = "Option::is_none")]
    pub ref_like: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    #[serde(rename = "user_id", skip_serializing_if = "Option::is_none")]
    pub user_id2: Option<String>,
    #[serde(rename = "user-id", skip_serializing_if = "Option::is_none")]
    pub user_id3: Option<String>,
    #[serde(rename = "", skip_serializing_if = "Option::is_none")]
    pub empty: Option<String>,
    #[serde(rename = " ", skip_serializing_if = "Option::is_none")]
    pub empty2: Option<String>,
    #[serde(rename = "1st", skip_serializing_if = "Option::is_none")]
    pub n1st: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub self_: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crate_: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub super_: Option<String>,
    #[serde(rename = "Self", skip_serializing_if = "Option::is_none")]
    pub self2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#async: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#await: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#try: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#gen: Option<String>,
    #[serde(rename = "macro_rules", skip_serializing_if = "Option::is_none")]
    pub macro_rules: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub union: Option<String>,
    #[serde(rename = "_", skip_serializing_if = "Option::is_none")]
    pub unnamed: Option<String>,
    #[serde(rename = "__", skip_serializing_if = "Option::is_none")]
    pub unnamed2: Option<String>,
    #[serde(rename = "日本", skip_serializing_if = "Option::is_none")]
    pub unnamed3: Option<String>,
    #[serde(rename = "größe", skip_serializing_if = "Option::is_none")]
    pub gr_e: Option<String>,
    #[serde(rename = "with \"quote\" and \\", skip_serializing_if = "Option::is_none")]
    pub with_quote_and: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others: Option<String>,
    #[serde(rename = "Note", skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    #[serde(rename = "note", skip_serializing_if = "Option::is_none")]
    pub note2: Option<Note2>,
    #[serde(rename = "NOTE", skip_serializing_if = "Option::is_none")]
    pub note3: Option<Note3>,
    #[serde(rename = "Error", skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorObject>,
    #[serde(rename = "Option", skip_serializing_if = "Option::is_none")]
    pub option: Option<OptionObject>,
    #[serde(rename = "Response", skip_serializing_if = "Option::is_none")]
    pub response: Option<ResponseObject>,
    #[serde(rename = "Result", skip_serializing_if = "Option::is_none")]
    pub result: Option<ResultObject>,
    #[serde(rename = "Self1", skip_serializing_if = "Option::is_none")]
    pub self1: Option<SelfObject>,
    #[serde(rename = "String", skip_serializing_if = "Option::is_none")]
    pub string: Option<StringObject>,
    #[serde(rename = "Vec", skip_serializing_if = "Option::is_none")]
    pub vec: Option<VecObject>,
    #[serde(rename = "Box", skip_serializing_if = "Option::is_none")]
    pub r#box: Option<BoxObject>,
    #[serde(rename = "Serialize", skip_serializing_if = "Option::is_none")]
    pub serialize: Option<SerializeObject>,
    #[serde(rename = "Iterator", skip_serializing_if = "Option::is_none")]
    pub iterator: Option<Iterator>,
    #[serde(rename = "ToString", skip_serializing_if = "Option::is_none")]
    pub to_string: Option<ToString>,
    #[serde(rename = "Transport", skip_serializing_if = "Option::is_none")]
    pub transport: Option<TransportObject>,
    #[serde(rename = "Call", skip_serializing_if = "Option::is_none")]
    pub call: Option<Call>,
    #[serde(rename = "Client", skip_serializing_if = "Option::is_none")]
    pub client: Option<Client>,
    #[serde(rename = "Endpoint", skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<Endpoint>,
    #[serde(rename = "Send", skip_serializing_if = "Option::is_none")]
    pub send: Option<SendObject>,
    #[serde(rename = "Sized", skip_serializing_if = "Option::is_none")]
    pub sized: Option<Sized>,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<ValueObject>,
    #[serde(rename = "NAMES", skip_serializing_if = "Option::is_none")]
    pub names: Option<Names>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<PageLessNoteGreater>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dotted: Option<ComExampleNote>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub japan: Option<Unnamed>,
    #[serde(rename = "japan_encoded", skip_serializing_if = "Option::is_none")]
    pub japan_encoded: Option<Unnamed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub two: Option<N2d>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bool: Option<Bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub u8: Option<U8>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Note2 {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Note3 {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErrorObject {
    pub message: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OptionObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ResponseObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ResultObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SelfObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StringObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct VecObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BoxObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<Box<BoxObject>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SerializeObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Iterator {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ToString {
    A,
    B,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TransportObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Call {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Client {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Endpoint {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SendObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Sized {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ValueObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<serde_json::Value>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Names {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PageLessNoteGreater {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ComExampleNote {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Unnamed {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct N2d {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Bool {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct U8 {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<u8>,
}
