using Integration.Contracts.Records;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>A return order as F&amp;O holds it.</summary>
/// <param name="Header">Its header.</param>
/// <param name="AllLines">Its lines, in the order of their making, with those that were cancelled.</param>
internal sealed record StoredReturn(FinanceRecord Header, IReadOnlyList<FinanceRecord> AllLines)
{
    /// <summary>Entity set of headers.</summary>
    public const string Headers = "ReturnOrderHeadersV2";

    /// <summary>Entity set of lines.</summary>
    public const string LineSet = "ReturnOrderLinesV2";

    /// <summary>Field with the return order's number, in header and lines.</summary>
    public const string NumberField = "ReturnOrderNumber";

    /// <summary>Field with a line's quantity, negative for what comes back.</summary>
    public const string Quantity = "ReturnSalesQuantity";

    /// <summary>Status of what was given up.</summary>
    public const string Cancelled = "Canceled";

    /// <summary>The fields of a header that everybody needs.</summary>
    public static IReadOnlyList<string> HeaderFields { get; } =
    [
        NumberField, "RMANumber", "CustomersOrderReference", "CustomerRequisitionNumber", "CustomerAccountNumber", "InvoiceCustomerAccountNumber", "CurrencyCode", "ReturnStatus",
        "OrderTotalChargesAmount", "OrderTotalTaxAmount", "TotalDiscountAmount", "IsReplacementSalesOrderCreated",
    ];

    /// <summary>The fields of a line that everybody needs.</summary>
    public static IReadOnlyList<string> LineFields { get; } =
        [NumberField, "ReturnInventoryLotId", "LineCreationSequenceNumber", "ItemNumber", Quantity, "SalesPrice", "LineAmount", "SalesUnitSymbol", LineKeys.Field, "ReturnStatus", "ReturningInventoryLotId"];

    /// <summary>Its number.</summary>
    public string Number => Header.Text(NumberField);

    /// <summary>Its lines without those that were cancelled.</summary>
    public IReadOnlyList<FinanceRecord> Lines { get; } = [.. AllLines.Where(line => line.Text("ReturnStatus") != Cancelled)];

    /// <summary>True when it was given up: its header, or all of its lines.</summary>
    public bool IsCancelled => Header.Text("ReturnStatus") == Cancelled || (AllLines.Count > 0 && Lines.Count == 0);

    /// <summary>True while it never had a line: a return of ours that was not written to its end.</summary>
    public bool IsHalf => AllLines.Count == 0;

    /// <summary>How a return is referred to.</summary>
    public static RecordRef RefOf(string number) => new(Entities.Return, number, number);

    /// <summary>True for a line that goods come back by.</summary>
    public static bool IsGoodsBack(FinanceRecord line, OrderItems items) => line.Number(Quantity) is < 0 && !OrderStatus.IsAmount(line, items);
}
