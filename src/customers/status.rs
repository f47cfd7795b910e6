//! The status of a customer.

use crate::open_enum::open_enum;

open_enum! {
    /// The status of a customer.
    ///
    /// The values are not published. The API's docs show `onboarding` and `active`. The product's docs list `active`,
    /// `at_risk`, `churned` and `archived`.
    pub enum CustomerStatus {
        /// The customer is being set up.
        Onboarding = "onboarding",
        /// The customer is in service.
        Active = "active",
        /// The customer may leave.
        AtRisk = "at_risk",
        /// The customer left.
        Churned = "churned",
        /// The customer is archived.
        Archived = "archived",
    }
}
