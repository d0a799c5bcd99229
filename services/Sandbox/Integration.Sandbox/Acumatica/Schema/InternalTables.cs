namespace Integration.Sandbox.Acumatica.Schema;

/// <summary>Tables that lie behind the endpoint's inquiries and have no entity of their own.</summary>
internal static class InternalTables
{
    /// <summary>Stock of one item in one warehouse, in base units.</summary>
    public const string StockStatus = nameof(StockStatus);

    /// <summary>Sales prices, with the fields that their inquiry shows.</summary>
    public const string SalesPrice = "SalesPriceDetail";

    /// <summary>Files that are attached to records; the content in base 64.</summary>
    public const string File = nameof(File);

    /// <summary>Adds the tables to the description.</summary>
    public static void AddTo(EndpointSchema endpoint)
    {
        endpoint.AddInternal(
            StockStatus,
            ["InventoryID", "WarehouseID"],
            [
                Text("InventoryID"), Text("WarehouseID"), .. Inventory.StockFigures.All.Select(Number),
                new Field("LastModifiedDateTime", FieldType.DateTime, null, false),
            ]);
        endpoint.AddInternal(File, ["FileID"], [Text("FileID"), Text("FileName"), Text("Content"), new Field("OwnerID", FieldType.Guid, null, false)]);
        endpoint.AddInternal(SalesPrice, ["RecordID"], endpoint[SalesPrice].Fields);
    }

    private static Field Text(string name) => new(name, FieldType.String, null, false);

    private static Field Number(string name) => new(name, FieldType.Decimal, null, false);
}
