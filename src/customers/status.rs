//! Where a customer stands.

use crate::open_enum::open_enum;

open_enum! {
    /// Where a customer stands.
    ///
    /// The values are not published. The API's pages show `onboarding` and `active`, the product's
    /// list `active`, `at_risk`, `churned` and `archived`.
    pub enum CustomerStatus {
        /// It is being set up.
        Onboarding = "onboarding",
        /// It is in service.
        Active = "active",
        /// It may be lost.
        AtRisk = "at_risk",
        /// It is lost.
        Churned = "churned",
        /// It is put away.
        Archived = "archived",
    }
}
