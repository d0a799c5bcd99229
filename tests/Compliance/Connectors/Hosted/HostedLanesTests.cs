using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Integration.Connectors.Lanes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Hosted;

public sealed class HostedLanesTests(BrokerFixture broker, PostgresFixture postgres)
{
    private const string Embedded = "memory, sqlite";
    private const string Servers = "rabbitmq, postgres";
    private static readonly HttpClient Http = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Embedded), InlineData(Servers)]
    public async Task Orders_found_by_sweep_reach_the_erp_once_and_their_numbers_come_back(string on)
    {
        await using var lanes = await StartAsync(on);

        Place(lanes, 1, 20);

        await Eventually.TrueAsync(() => lanes.Shop.ErpNumbers.Count >= 20, "all ERP numbers are in the shop");
        Assert.Equal(20, lanes.Erp.Created.Select(order => order.Reference).Distinct().Count());
        Assert.Equal(20, lanes.Erp.Created.Count);
        await Eventually.TrueAsync(() => lanes.All<ActivityRecorded>().Count(told => told.Summary.StartsWith("Written to the shop: ERP number", StringComparison.Ordinal)) == 20, "every number is told");
        Assert.Single(lanes.Erp.Customers);
    }

    [Theory, InlineData(Embedded), InlineData(Servers)]
    public async Task A_change_without_a_new_stamp_is_found_by_the_look_at_recent_orders(string on)
    {
        await using var lanes = await StartAsync(on);
        Place(lanes, 1, 2);
        await Eventually.TrueAsync(() => lanes.All<OrderPlaced>().Count == 2, "both orders are taken");

        lanes.Shop.Shown["1"] = lanes.Shop.Shown["1"] with { Notes = "changed behind the stamp's back" };
        foreach (var id in new[] { "1", "2" }) lanes.Shop.Recent.Ids.Enqueue(id);

        await Eventually.TrueAsync(() => lanes.All<OrderChanged>().Count > 0, "the change is told");
        var changed = Assert.Single(lanes.All<OrderChanged>());
        Assert.Equal(("1", "relook"), (changed.Key.OrderId, changed.FoundBy));
    }

    [Theory, InlineData(Embedded), InlineData(Servers)]
    public async Task A_throttled_erp_pauses_the_connection_and_goes_on_by_itself(string on)
    {
        await using var lanes = await StartAsync(on);
        lanes.Erp.NextCreates.Enqueue(() => new WriteOutcome.Throttled(TimeSpan.FromSeconds(7)));

        Place(lanes, 1, 5);

        await Eventually.TrueAsync(() => lanes.All<ConnectionReported>().Any(report => report is { Connection: "erp", State: "paused" }), "the pause is reported");
        await Eventually.TrueAsync(() => lanes.Shop.ErpNumbers.Count == 5, "the orders are through");
        Assert.Equal(5, lanes.Erp.Created.Count);
        Assert.Empty(lanes.All<AttentionRaised>());
        Assert.Empty(lanes.All<SalesOrderRejected>());
    }

    [Theory, InlineData(Embedded), InlineData(Servers)]
    public async Task A_second_that_the_erp_asks_for_is_waited_for_without_a_word(string on)
    {
        await using var lanes = await StartAsync(on);
        lanes.Erp.NextCreates.Enqueue(() => new WriteOutcome.Throttled(TimeSpan.FromSeconds(1)));
        lanes.Erp.NextCreates.Enqueue(() => new WriteOutcome.Unavailable("It failed once."));

        Place(lanes, 1, 5);

        await Eventually.TrueAsync(() => lanes.Shop.ErpNumbers.Count == 5, "the orders are through");
        Assert.Equal(5, lanes.Erp.Created.Count);
        Assert.DoesNotContain(lanes.All<ConnectionReported>(), report => report.Connection == "erp" && report.State != "open");
    }

    [Theory, InlineData(Embedded), InlineData(Servers)]
    public async Task A_denied_erp_raises_one_alert_and_waits_for_the_operator(string on)
    {
        await using var lanes = await StartAsync(on);
        var calls = 0;
        for (var i = 0; i < 20; i++)
        {
            lanes.Erp.NextCreates.Enqueue(() =>
            {
                Interlocked.Increment(ref calls);
                return new WriteOutcome.Denied("The key is revoked.");
            });
        }

        Place(lanes, 1, 12);
        await Eventually.TrueAsync(() => lanes.All<AttentionRaised>().Count > 0, "the alert is raised");
        await Eventually.TrueAsync(() => lanes.All<OrderPlaced>().Count == 12, "the shop's side goes on");
        Assert.Equal(AttentionClasses.ConnectionDenied, Assert.Single(lanes.All<AttentionRaised>()).Class);
        Assert.InRange(calls, 1, lanes.Folder.Pair.Erp.ConcurrentCalls);
        Assert.Empty(lanes.All<SalesOrderRejected>());

        lanes.Erp.NextCreates.Clear();
        await lanes.SendAsync(Queues.Connection("erp"), new PauseConnection("erp", false, "ann", "new key"), Token);

        await Eventually.TrueAsync(() => lanes.Erp.Created.Count == 12, "the orders are through");
        await Eventually.TrueAsync(() => lanes.All<AttentionCleared>().Count == 1, "the alert is cleared");
    }

    [Theory, InlineData(Embedded), InlineData(Servers)]
    public async Task An_operators_pause_holds_everything_until_the_resume(string on)
    {
        await using var lanes = await StartAsync(on);
        await lanes.SendAsync(Queues.Connection("erp"), new PauseConnection("erp", true, "ann", "stocktaking"), Token);
        await Eventually.TrueAsync(() => lanes.All<ConnectionReported>().Any(report => report is { Connection: "erp", State: "stopped" }), "the stop is reported");

        Place(lanes, 1, 3);
        await Eventually.TrueAsync(() => lanes.All<OrderPlaced>().Count == 3, "the orders are taken");
        Assert.Empty(lanes.Erp.Created);

        await lanes.SendAsync(Queues.Connection("erp"), new PauseConnection("erp", false, "ann", ""), Token);
        await Eventually.TrueAsync(() => lanes.Erp.Created.Count == 3, "the orders are through");
    }

    [Theory, InlineData(Embedded), InlineData(Servers)]
    public async Task Status_tracking_and_number_are_written_once_each_and_what_is_unmapped_is_told(string on)
    {
        await using var lanes = await StartAsync(on);
        var key = Orders.One().Key;
        var queue = Queues.OrdersStatus("shop-erp");
        for (var repeat = 0; repeat < 3; repeat++)
        {
            await lanes.SendAsync(queue, new SetFulfilmentStatus(key, "1001", Contracts.Orders.FulfilmentStatus.Shipped, 2), Token);
            await lanes.SendAsync(queue, new AddTracking(key, "1001", "S1", ["T1", "T2", "T1"]), Token);
            await lanes.SendAsync(queue, new WriteErpNumber(key, "1001", "SO1"), Token);
        }

        await lanes.SendAsync(queue, new SetFulfilmentStatus(key, "1001", Contracts.Orders.FulfilmentStatus.Returned, 3), Token);

        int Told(string what) => lanes.All<ActivityRecorded>().Count(told => told.Lane == LaneNames.Status && told.Summary.Contains(what, StringComparison.Ordinal));
        await Eventually.TrueAsync(
            () => Told("status shipped") >= 3 && Told("tracking number T2") >= 3 && Told("ERP number") >= 3 && lanes.All<AttentionRaised>().Count == 1, "every message is answered");
        Assert.Equal((1, "S"), (lanes.Shop.StatusWrites, lanes.Shop.StatusOf["1"]));
        Assert.Equal(["T1", "T2"], lanes.Shop.TrackingOf.Select(tracking => tracking.Number).Order());
        Assert.Equal("SO1", Assert.Single(lanes.Shop.ErpNumbers));
        var raised = Assert.Single(lanes.All<AttentionRaised>());
        Assert.Equal((AttentionClasses.UnmappedCode, queue), (raised.Class, raised.Retry!.Queue));

        await lanes.SendAsync(queue, new SetFulfilmentStatus(key, "1001", Contracts.Orders.FulfilmentStatus.Processing, 1), Token);
        await Eventually.TrueAsync(() => lanes.All<ActivityRecorded>().Any(activity => activity.Summary.StartsWith("Not written, a newer one", StringComparison.Ordinal)), "the late one is dropped");
        Assert.Equal("S", lanes.Shop.StatusOf["1"]);
    }

    [Theory, InlineData(Embedded), InlineData(Servers)]
    public async Task Signed_hints_are_taken_and_others_refused(string on)
    {
        await using var lanes = await StartAsync(on);
        lanes.Shop.Shown["1"] = Orders.One();
        const string body = """{"type":"order.changed","entity":"order","id":"1"}""";

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(lanes, "hints/shop-erp", body, "AAAA"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(lanes, "hints/no-such-pair", body, Sign(body)));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(lanes, "hints/shop-erp", "[]", Sign("[]")));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(lanes, "hints/shop-erp", new string('x', 70_000), "AAAA"));
        Assert.Empty(lanes.All<OrderPlaced>());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(lanes, "hints/shop-erp", body, Sign(body))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer));
        await Eventually.TrueAsync(() => lanes.Erp.Created.Count == 1, "the hinted order is in the ERP");
        Assert.Equal("hint", Assert.Single(lanes.All<OrderPlaced>()).FoundBy);
    }

    [Fact]
    public async Task Push_notifications_need_the_secret_and_only_mark()
    {
        await using var lanes = await StartAsync(Embedded);
        using var wrong = new HttpRequestMessage(HttpMethod.Post, new Uri(lanes.Address, "push/erp")) { Content = new StringContent("S1") };
        wrong.Headers.Add("Integration-Push-Secret", "other");
        using var right = new HttpRequestMessage(HttpMethod.Post, new Uri(lanes.Address, "push/erp")) { Content = new StringContent("S1") };
        right.Headers.Add("Integration-Push-Secret", "push-secret");

        Assert.Equal(HttpStatusCode.Unauthorized, (await Http.SendAsync(wrong, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await Http.SendAsync(right, Token)).StatusCode);

        Assert.Equal("connection:erp/shipment/S1", await lanes.Database.ReadAsync(
            (unit, ct) => unit.FirstOrDefaultAsync<string>("SELECT scope || '/' || entity || '/' || id FROM look", null, ct), Token));
    }

    [Fact]
    public async Task A_push_may_be_large_and_is_taken_once_however_often_it_is_delivered()
    {
        await using var lanes = await StartAsync(Embedded);
        Task<int> LooksAsync() => lanes.Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<int>("SELECT CAST(sum(hinted) AS integer) FROM hint_tally", null, ct), Token);

        Assert.Equal(HttpStatusCode.Accepted, await PushAsync(lanes, $"S1{new string(' ', 300_000)}#1", "push-secret"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PushAsync(lanes, new string(' ', 600_000), "push-secret"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PushAsync(lanes, new string(' ', 100_000), "other"));
        Assert.Equal(1, await LooksAsync());

        Assert.Equal(HttpStatusCode.Accepted, await PushAsync(lanes, "S1#1", "push-secret"));
        Assert.Equal(1, await LooksAsync());
        Assert.Equal(HttpStatusCode.Accepted, await PushAsync(lanes, "S1#2", "push-secret"));
        Assert.Equal(2, await LooksAsync());
    }

    private static async Task<HttpStatusCode> PushAsync(HostedLanes lanes, string body, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(lanes.Address, "push/erp")) { Content = new StringContent(body) };
        request.Headers.ExpectContinue = true;
        request.Headers.Add("Integration-Push-Secret", secret);
        using var answer = await Http.SendAsync(request, Token);
        return answer.StatusCode;
    }

    private Task<HostedLanes> StartAsync(string on) => HostedLanes.StartAsync(on == Servers ? broker : null, on == Servers ? postgres : null, Token);

    private static void Place(HostedLanes lanes, int first, int count)
    {
        var ids = Enumerable.Range(first, count).Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var id in ids) lanes.Shop.Shown[id] = Orders.One(id);
        lanes.Shop.Pages.Add(new ChangePage([.. ids.Select(id => new ChangedRecord(id, Orders.One().ChangedAt))], DateTimeOffset.UtcNow, Last: true));
    }

    private static async Task<HttpStatusCode> PostAsync(HostedLanes lanes, string path, string body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(lanes.Address, path)) { Content = new StringContent(body) };
        // A body that is too long is refused before it is sent: else the answer may be lost with the connection.
        request.Headers.ExpectContinue = true;
        request.Headers.Add("webhook-id", "msg_1");
        request.Headers.Add("webhook-timestamp", Stamp);
        request.Headers.TryAddWithoutValidation("webhook-signature", $"v1,{signature}");
        using var answer = await Http.SendAsync(request, Token);
        return answer.StatusCode;
    }

    private static readonly string Stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Sign(string body) => Convert.ToBase64String(
        HMACSHA256.HashData(Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), Encoding.UTF8.GetBytes($"msg_1.{Stamp}.{body}")));
}
