using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Messaging;

namespace Integration.Tests.Integration.Console;

/// <summary>What the services report, valid by default.</summary>
internal static class Reports
{
    /// <summary>Yesterday, on a whole second: young enough for the console's clean-up to leave it alone.</summary>
    private static readonly DateTimeOffset Morning = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddDays(-1).ToUnixTimeSeconds());

    public static DateTimeOffset At(int minute) => Morning.AddMinutes(minute);

    public static ActivityRecorded Activity(string order, int minute, string summary, string? state = null, string? erpNumber = null, string pair = ConsoleHarness.Pair) => new()
    {
        Pair = pair,
        Lane = "orders",
        Entity = "order",
        RecordId = order,
        Number = $"N-{order}",
        Summary = summary,
        State = state,
        ErpNumber = erpNumber,
        Calls = [new OutsideCall("erp", "PUT", "/SalesOrder", 200, 312, "", At(minute))],
        At = At(minute),
    };

    public static AttentionRaised Raised(string order, int minute, string reason = "Item AX-1 is not in the ERP.", string attentionClass = AttentionClasses.RejectedByErp, string pair = ConsoleHarness.Pair) => new()
    {
        Pair = pair,
        Lane = "orders",
        Entity = "order",
        RecordId = order,
        Number = $"N-{order}",
        Class = attentionClass,
        Reasons = [new Reason("Details[0].InventoryID", reason)],
        Advice = "Add the item, then retry.",
        Retry = new RetryMessage(
            Queues.OrderToCash(pair), MessageTypes.NameOf(typeof(ResubmitOrder)),
            JsonSerializer.Serialize(new ResubmitOrder(new OrderKey(pair, order), "operator"), ContractsJson.Options)),
        At = At(minute),
    };

    public static AttentionCleared Cleared(string order, int minute, string? attentionClass = null) =>
        new(ConsoleHarness.Pair, "order", order, attentionClass, "The ERP took it.", At(minute));

    public static ConnectionReported Connection(string state, int minute, string reason = "") =>
        new("erp", state, reason, null, "replica-1", At(minute));
}
