using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Finance.SalesOrders;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>Says what of a return F&amp;O refused. It names fields by labels, which sales orders share; here they have other names.</summary>
internal static class ReturnRefusals
{
    private static readonly Dictionary<string, string> Header = new(StringComparer.Ordinal)
    {
        ["OrderingCustomerAccountNumber"] = "CustomerAccountNumber", ["ShippingWarehouseId"] = "DefaultReturnWarehouseId", ["ShippingSiteId"] = "DefaultReturnSiteId",
        ["Return reason code"] = "CustomerReturnReasonCode",
    };

    private static readonly Dictionary<string, string> Line = new(StringComparer.Ordinal)
    {
        ["OrderedSalesQuantity"] = StoredReturn.Quantity, ["ShippingWarehouseId"] = "ReturnWarehouseId", ["ShippingSiteId"] = "ReturnSiteId", ["Disposition code"] = "ReturnDispositionCode",
    };

    /// <summary>Of the header.</summary>
    public static WriteOutcome.Rejected OfHeader(WriteOutcome.Rejected rejected) => new(
        [.. rejected.Reasons.Select(reason => reason.Field.Length == 0 ? reason : reason with { Field = $"header.{Header.GetValueOrDefault(reason.Field, reason.Field)}" })]);

    /// <summary>Of the lines' change set: the header stands without lines.</summary>
    public static WriteOutcome.Rejected OfLines(WriteOutcome.Rejected rejected, int? failedCall, IReadOnlyList<JsonObject> lines, string number)
    {
        var named = new WriteOutcome.Rejected([.. rejected.Reasons.Select(reason => reason with { Field = Line.GetValueOrDefault(reason.Field, reason.Field) })]);
        return new WriteOutcome.Rejected(
        [
            .. RefusedLine.Named(named, failedCall, lines, lines).Reasons,
            new Reason("lines", $"The return order {number} stands in F&O without lines. A retry completes it; who enters the return by hand takes this one."),
        ]);
    }
}
