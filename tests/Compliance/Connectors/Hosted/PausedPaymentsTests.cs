using System.Text.Json.Nodes;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Tests.Compliance.Connectors.Support;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Hosted;

/// <summary>A missing row that stops payment after payment pauses the lane of payments as it pauses orders.</summary>
public sealed class PausedPaymentsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_lane_pauses_once_with_its_cause_and_drains_when_the_row_is_there()
    {
        var books = new FakeBooks();
        await using var lanes = await HostedLanes.StartAsync(null, null, Token, prepared =>
        {
            prepared.Erp.Payments = books;
            Rows(prepared, "Stripe");
        });
        for (var at = 1; at <= 30; at++) await lanes.SendAsync(Queues.Write("shop-erp", "payments"), Payment(at), Token);

        await Eventually.TrueAsync(() => State(lanes) is { State: "paused", Commands: "erp.connection" }, "the lane is paused");
        await Eventually.TrueAsync(() => lanes.All<AttentionRaised>().Any(raised => raised.Class == AttentionClasses.LanePaused), "the entry is raised");
        var paused = Assert.Single(lanes.All<AttentionRaised>(), raised => raised.Class == AttentionClasses.LanePaused);
        Assert.Contains("of payments.toErp, version 3", paused.Reasons[0].Message, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => lanes.All<PaymentRefused>().Count == 20, "twenty fail as usual");

        Rows(lanes, "Stripe", "Überweisung");

        await Eventually.TrueAsync(() => books.Made.Count == 10, "what waited is booked");
        await Eventually.TrueAsync(() => State(lanes) is { State: "running" } && lanes.All<AttentionCleared>().Any(cleared => cleared.Class == AttentionClasses.LanePaused), "the entry is cleared");
        Assert.Equal(20, lanes.All<PaymentRefused>().Count);
    }

    private static LaneReported? State(HostedLanes lanes) => lanes.All<LaneReported>().LastOrDefault(report => report is { Lane: "payments", Half: LaneHalves.Writing });

    private static void Rows(HostedLanes lanes, params IEnumerable<string> methods)
    {
        var rows = methods.Select(method => KeyValuePair.Create(method, (JsonNode?)"ONLINE")).ToList();
        lanes.Change(json =>
        {
            json["lanes"] = new JsonObject { ["payments"] = true };
            json["lookups"]!["methods"] = new JsonObject(rows.Select(row => KeyValuePair.Create(row.Key, row.Value?.DeepClone())));
        });
    }

    private static PostPayment Payment(int at) => new(
        new OrderKey("shop-erp", $"{at}"), $"100{at}", new RecordRef(Entities.Order, $"SO{at}", $"SO{at}"),
        new PaymentEntry
        {
            Key = $"XC1-T{at}", Transaction = $"T{at}", Kind = PaymentEntryKind.Capture, Method = "Überweisung", Amount = 10m, Currency = "EUR", At = DateTimeOffset.UnixEpoch,
            LocalDate = new DateOnly(2026, 3, 2), ProviderReference = $"T{at}",
        },
        [], 1);
}
