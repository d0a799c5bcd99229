namespace Integration.Contracts.Returns;

/// <summary>What kind of document gives money back in the ERP's books.</summary>
public enum ErpCreditKind
{
    /// <summary>The customer is owed the amount.</summary>
    CreditMemo,

    /// <summary>The amount was paid out.</summary>
    Refund,
}
