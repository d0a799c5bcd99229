namespace Integration.Contracts.Records;

/// <summary>The canonical entity names used in looks, effects, links and references.</summary>
public static class Entities
{
    /// <summary>A sales order.</summary>
    public const string Order = "order";

    /// <summary>A customer account.</summary>
    public const string Customer = "customer";

    /// <summary>A shipment of goods against one or more orders.</summary>
    public const string Shipment = "shipment";

    /// <summary>An invoice for an order.</summary>
    public const string Invoice = "invoice";

    /// <summary>A product with its variants.</summary>
    public const string Product = "product";

    /// <summary>The stock level of one SKU at one place.</summary>
    public const string Stock = "stock";

    /// <summary>A payment of an order, or one operation on it.</summary>
    public const string Payment = "payment";

    /// <summary>Money given back to a customer.</summary>
    public const string Refund = "refund";

    /// <summary>Money given back in the ERP's books: a credit memo, or a refund paid out.</summary>
    public const string Credit = "credit";

    /// <summary>Goods that come back.</summary>
    public const string Return = "return";

    /// <summary>An order of the merchant to a supplier.</summary>
    public const string PurchaseOrder = "purchase-order";
}
