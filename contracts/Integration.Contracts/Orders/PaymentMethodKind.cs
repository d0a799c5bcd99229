namespace Integration.Contracts.Orders;

/// <summary>What stands behind a payment method.</summary>
public enum PaymentMethodKind
{
    /// <summary>A payment provider, asked by the storefront.</summary>
    Provider,

    /// <summary>Paid outside the storefront: money order, cash on delivery.</summary>
    Offline,

    /// <summary>A gift card: no money moves, a debt of the merchant falls.</summary>
    GiftCard,

    /// <summary>Credit that the customer has with the merchant.</summary>
    StoreCredit,
}
