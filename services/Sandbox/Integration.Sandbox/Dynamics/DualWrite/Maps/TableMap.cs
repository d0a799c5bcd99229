namespace Integration.Sandbox.Dynamics.DualWrite.Maps;

/// <summary>A map between a table of Dataverse and an entity of Finance and Operations.</summary>
/// <param name="Table">Logical name of the table.</param>
/// <param name="Set">Name of its entity set.</param>
/// <param name="Entity">Label of the entity, as the list of maps shows it.</param>
/// <param name="IsTwoWay">False: only Finance and Operations writes.</param>
internal sealed record TableMap(string Table, string Set, string Entity, bool IsTwoWay = false)
{
    public static TableMap Accounts { get; } = new("account", "accounts", "Customers V3", IsTwoWay: true);

    public static TableMap Contacts { get; } = new("contact", "contacts", "Customers V3", IsTwoWay: true);

    public static TableMap Products { get; } = new("product", "products", "CDS released distinct products");

    public static TableMap Orders { get; } = new("salesorder", "salesorders", "CDS sales order headers", IsTwoWay: true);

    public static TableMap OrderLines { get; } = new("salesorderdetail", "salesorderdetails", "CDS sales order lines", IsTwoWay: true);

    public static TableMap Invoices { get; } = new("invoice", "invoices", "Sales invoice headers V2");

    public static TableMap InvoiceLines { get; } = new("invoicedetail", "invoicedetails", "Sales invoice lines V2");

    /// <summary>Every map in the order in which its rows need each other; those of reference data copy only when the two are linked.</summary>
    public static IReadOnlyList<TableMap> All { get; } =
    [
        new("uom", "uoms", "Units"), new("msdyn_shipvia", "msdyn_shipvias", "Modes of delivery"), new("msdyn_operationalsite", "msdyn_operationalsites", "Sites"),
        new("msdyn_warehouse", "msdyn_warehouses", "Warehouses"), new("msdyn_customergroup", "msdyn_customergroups", "Customer groups"),
        Accounts, Contacts, Products, Orders, OrderLines, Invoices, InvoiceLines,
    ];

    /// <summary>Its place among them.</summary>
    public int Place => All.Index().First(entry => entry.Item == this).Index;

    public static TableMap? Find(string table) => All.FirstOrDefault(map => map.Table == table);
}
