namespace Integration.Sandbox.Dynamics.Finance.Schema;

/// <summary>Names of the tables behind the entity sets: the versions of an entity show the same rows.</summary>
internal static class Tables
{
    public const string SalesOrders = "SalesOrders";
    public const string SalesLines = "SalesLines";
    public const string Customers = "CustomersV3";
    public const string Products = "ReleasedProductsV2";
    public const string Prices = "SalesPriceAgreements";
    public const string Barcodes = "ProductNumberIdentifiedBarcodes";
    public const string OnHand = "WarehousesOnHandV2";
    public const string SiteOnHand = "InventorySitesOnHandV2";
    public const string Warehouses = "Warehouses";
    public const string DeliveryModes = "DeliveryModesV2";
    public const string Journals = "LedgerJournalHeaders";
    public const string JournalLines = "LedgerJournalLines";
    public const string PaymentJournals = "CustomerPaymentJournalHeaders";
    public const string PaymentLines = "CustomerPaymentJournalLines";
    public const string PaymentMethods = "CustomerPaymentMethods";
    public const string MainAccounts = "MainAccounts";
    public const string ReturnOrders = "ReturnOrderHeadersV2";
    public const string ReturnLines = "ReturnOrderLinesV2";
    public const string Invoices = "Invoices";
    public const string InvoiceLines = "SalesInvoiceV4Lines";
    public const string PackingSlips = "ShipmentPackingSlipJournalHeaders";
    public const string PackingSlipLines = "ShipmentPackingSlipJournalLines";
    public const string PackingSlipJournal = "CustPackingSlipJourBiEntities";
    public const string Tracking = "PackingSlipTrackingInformation";
    public const string EventCatalog = "BusinessEventsCatalogs";
    public const string EventConfigurations = "BusinessEventsConfigurations";
    public const string EventEndpoints = "BusinessEventsEndpoints";

    public static string Of(string set) => set switch
    {
        "SalesOrderHeadersV2" or "SalesOrderHeadersV3" or "SalesOrderHeadersV4" => SalesOrders,
        "SalesOrderLines" or "SalesOrderLinesV3" => SalesLines,
        "SalesInvoiceHeadersV4" or "SalesInvoiceJournalHeaders" => Invoices,
        _ => set,
    };
}
