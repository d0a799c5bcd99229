namespace Integration.Connectors.Ports;

/// <summary>An eCommerce system. A port that the system cannot serve is null, and named in <see cref="Capabilities.Unsupported"/>.</summary>
public interface IStorefront : IConnector
{
    /// <summary>The longest time after which a write that we gave up on may still be carried out.</summary>
    TimeSpan LongestLateCommit { get; }

    /// <summary>Reading orders.</summary>
    IStorefrontOrders Orders { get; }

    /// <summary>Setting the fulfilment status, or null.</summary>
    IFulfilmentStatusWriter? FulfilmentStatus { get; }

    /// <summary>Setting the payment status, or null.</summary>
    IPaymentStatusWriter? PaymentStatus => null;

    /// <summary>Adding lines to the staff notes, or null.</summary>
    IOrderNoteWriter? Notes => null;

    /// <summary>Adding tracking numbers, or null.</summary>
    ITrackingWriter? Tracking { get; }

    /// <summary>Noting the ERP's number on the order, or null.</summary>
    IErpNumberWriter? ErpNumber { get; }

    /// <summary>Reading and setting stock levels without overwriting sales, or null.</summary>
    IStockLevels? StockLevels => null;

    /// <summary>Reading and setting stock levels where nothing keeps a sale in between, or null.</summary>
    IPlainStockLevels? PlainStock => null;

    /// <summary>Every level, page by page, or null.</summary>
    IStockPages? StockPages => null;

    /// <summary>What orders take from stock, or null; without it stock cannot be written safely.</summary>
    ISales? Sales => null;

    /// <summary>Every product and variant with its SKU, or null where the storefront can be asked for a SKU.</summary>
    ICatalogue? Catalogue => null;

    /// <summary>Orders to be read again although nothing says that they changed; null where the change stamp tells of every change.</summary>
    IRecentOrders? RecentOrders => null;

    /// <summary>Reading customers' accounts, or null.</summary>
    IStorefrontCustomers? Customers => null;

    /// <summary>Products, or null.</summary>
    IStorefrontProducts? Products => null;

    /// <summary>Writing customers' accounts, or null.</summary>
    IStorefrontCustomerWriter? CustomerWriter => null;

    /// <summary>Listing the orders of the past for a backfill, or null.</summary>
    IOrderHistory? OrderHistory => null;
}
