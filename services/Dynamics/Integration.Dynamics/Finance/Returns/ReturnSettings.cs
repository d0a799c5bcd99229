namespace Integration.Dynamics.Finance.Returns;

/// <summary>How returns are entered, from <c>settings.returns</c> of the connection. Codes are the company's own.</summary>
internal sealed record ReturnSettings
{
    /// <summary>Return reason code of returns for which the shop gives no reason; null where F&amp;O asks for none.</summary>
    public string? Reason { get; init; }

    /// <summary>Disposition code of goods; null when the warehouse gives it at arrival. One whose action is <i>Credit only</i> fits a shop to which no goods come back.</summary>
    public string? Disposition { get; init; }

    /// <summary>Disposition code, of action <i>Credit only</i>, of lines that are no goods (shipping, tax); null when people give it.</summary>
    public string? CreditOnlyDisposition { get; init; }

    /// <summary>Warehouse that goods come back to; null for that of orders.</summary>
    public string? Warehouse { get; init; }

    /// <summary>True: a line names the sold line (<c>ReturningInventoryLotId</c>), from which F&amp;O takes the cost. No source shows that OData writes it.</summary>
    public bool LinkToSale { get; init; }

    /// <summary>The codes by setting.</summary>
    public IEnumerable<(string Setting, string? Code)> All() =>
        [("returns.reason", Reason), ("returns.disposition", Disposition), ("returns.creditOnlyDisposition", CreditOnlyDisposition), ("returns.warehouse", Warehouse)];
}
