using System.Net;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Tests.Unit.XCart.Protocol;
using Integration.Tests.Unit.XCart.Recorded;
using Xunit;

namespace Integration.Tests.Unit.XCart.Writing;

public sealed class WritingTests
{
    private const string Whole = "110";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_carries_the_key_in_its_body_and_no_charset()
    {
        var shop = new ScriptedShop(asked => asked.IsRead ? Read(asked) : Changed(order => order["shippingStatus"]!["code"] = "S"));

        Assert.IsType<WriteOutcome.Done>(await shop.Connector().FulfilmentStatus!.SetAsync("8", "S", Ct));
        var write = Assert.Single(shop.Requests, request => !request.IsRead);
        Assert.Equal("PUT", write.Method);
        Assert.Equal("/store/admin.php?target=RESTAPI&_path=order/8", write.Target);
        Assert.Equal("application/json", write.ContentType);
        Assert.Equal("""{"_key":"rw-key-0001","model":{"shippingStatus":{"code":"S"}}}""", write.Body);
    }

    [Fact]
    public async Task A_status_that_is_there_already_is_not_written()
    {
        var shop = new ScriptedShop(Read);

        Assert.IsType<WriteOutcome.AlreadyDone>(await shop.Connector().FulfilmentStatus!.SetAsync("8", "N", Ct));
        Assert.All(shop.Requests, request => Assert.True(request.IsRead));
    }

    [Fact]
    public async Task A_status_code_that_the_shop_does_not_have_is_never_sent()
    {
        var shop = new ScriptedShop(Read);

        var rejected = Assert.IsType<WriteOutcome.Rejected>(await shop.Connector().FulfilmentStatus!.SetAsync("8", "ZZ", Ct));
        Assert.Contains("N, P, S", rejected.Reasons[0].Message, StringComparison.Ordinal);
        Assert.All(shop.Requests, request => Assert.True(request.IsRead));
    }

    [Theory]
    [InlineData("430")]
    [InlineData("250")]
    public async Task Carts_and_orders_never_finished_are_never_written(string name)
    {
        var shop = new ScriptedShop(_ => ScriptedShop.Json(RecordedOrders.DefaultText(name)));
        var connector = shop.Connector();

        Assert.IsType<WriteOutcome.Rejected>(await connector.FulfilmentStatus!.SetAsync("8", "S", Ct));
        Assert.IsType<WriteOutcome.Rejected>(await connector.Tracking!.AddAsync("8", "1Z", Ct));
        Assert.IsType<WriteOutcome.Rejected>(await connector.ErpNumber!.WriteAsync("8", "SO-1", Ct));
        Assert.All(shop.Requests, request => Assert.True(request.IsRead));
    }

    [Fact]
    public async Task Without_an_id_nothing_is_sent()
    {
        var shop = new ScriptedShop(Read);
        var connector = shop.Connector();

        Assert.IsType<WriteOutcome.Rejected>(await connector.FulfilmentStatus!.SetAsync("", "S", Ct));
        Assert.IsType<WriteOutcome.Rejected>(await connector.Tracking!.AddAsync("", "1Z", Ct));
        Assert.IsType<WriteOutcome.Rejected>(await connector.ErpNumber!.WriteAsync("", "SO-1", Ct));
        Assert.Empty(shop.Requests);
    }

    [Fact]
    public async Task A_tracking_number_is_added_once()
    {
        var shop = new ScriptedShop(asked => asked.IsRead
            ? ScriptedShop.Json(RecordedOrders.DefaultText("304"))
            : ScriptedShop.Json("""{"tracking_id":4,"value":"NEW-1","creationDate":1795231150,"order":{"order_id":8,"date":1,"lastRenewDate":1}}"""));
        var tracking = shop.Connector().Tracking!;

        Assert.IsType<WriteOutcome.AlreadyDone>(await tracking.AddAsync("8", "JD014600003SE ü", Ct));
        Assert.IsType<LookOutcome.Same>(await tracking.LookAsync("8", "1Z999AA10123456784", Ct));
        Assert.IsType<LookOutcome.NotFound>(await tracking.LookAsync("8", "NEW-1", Ct));
        Assert.IsType<WriteOutcome.Done>(await tracking.AddAsync("8", " NEW-1 ", Ct));
        var write = Assert.Single(shop.Requests, request => !request.IsRead);
        Assert.Equal("""{"_key":"rw-key-0001","model":{"value":"NEW-1","order":{"order_id":8}}}""", write.Body);
        Assert.EndsWith("_path=ordertrackingnumber/0", write.Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "ERP: SO-000123")]
    [InlineData("Call before delivery\nßig\n", "Call before delivery\nßig\nERP: SO-000123")]
    [InlineData("ERP: SO-0001234", "ERP: SO-0001234\nERP: SO-000123")]
    public async Task The_erp_number_stands_below_what_staff_wrote(string before, string after)
    {
        var written = "";
        var shop = new ScriptedShop(asked =>
        {
            if (!asked.IsRead) written = JsonNode.Parse(asked.Body)!["model"]!["adminNotes"]!.GetValue<string>();
            return Changed(order => order["adminNotes"] = asked.IsRead ? before : written);
        });

        Assert.IsType<WriteOutcome.Done>(await shop.Connector().ErpNumber!.WriteAsync("8", "SO-000123", Ct));
        Assert.Equal(after, written);
    }

    [Fact]
    public async Task An_erp_number_that_is_there_is_not_written_again()
    {
        var shop = new ScriptedShop(_ => Changed(order => order["adminNotes"] = "note\r\nERP: SO-000123\r\nmore"));

        Assert.IsType<WriteOutcome.AlreadyDone>(await shop.Connector().ErpNumber!.WriteAsync("8", "SO-000123", Ct));
        Assert.IsType<LookOutcome.Same>(await shop.Connector().ErpNumber!.LookAsync("8", "SO-000123", Ct));
    }

    [Fact]
    public async Task A_write_that_broke_off_may_have_happened()
    {
        var broken = new Dictionary<string, Func<HttpResponseMessage>>
        {
            ["error page"] = () => ScriptedShop.Empty(HttpStatusCode.InternalServerError),
            ["gateway time-out"] = () => ScriptedShop.Empty(HttpStatusCode.GatewayTimeout),
            ["redirect"] = () => ScriptedShop.Empty(HttpStatusCode.Found, ("Location", "https://other.example.com/")),
            ["web page"] = () => ScriptedShop.Json("<html>"),
            ["connection lost"] = () => throw new HttpRequestException(HttpRequestError.ResponseEnded),
        };
        foreach (var (name, answer) in broken)
        {
            var shop = new ScriptedShop(asked => asked.IsRead ? Read(asked) : answer());
            var outcome = await shop.Connector().FulfilmentStatus!.SetAsync("8", "S", Ct);
            Assert.True(outcome is WriteOutcome.Unknown, $"{name}: {outcome}");
            Assert.Single(shop.Requests, request => !request.IsRead);
        }
    }

    [Fact]
    public async Task A_write_that_certainly_did_not_happen_says_so()
    {
        Assert.IsType<WriteOutcome.Denied>(await WriteAsync(ScriptedShop.Empty(HttpStatusCode.Forbidden)));
        Assert.IsType<WriteOutcome.Unavailable>(await WriteAsync(ScriptedShop.Empty(HttpStatusCode.ServiceUnavailable)));
        Assert.IsType<WriteOutcome.Throttled>(await WriteAsync(ScriptedShop.Empty(HttpStatusCode.TooManyRequests, ("Retry-After", "7"))));
        var rejected = Assert.IsType<WriteOutcome.Rejected>(await WriteAsync(ScriptedShop.Empty(HttpStatusCode.BadRequest, ("X-REST-Error", "Input data is incorrect"))));
        Assert.Contains("Input data is incorrect", rejected.Reasons[0].Message, StringComparison.Ordinal);
        Assert.IsType<WriteOutcome.Rejected>(await WriteAsync(ScriptedShop.Json("null")));
    }

    private static Task<WriteOutcome> WriteAsync(HttpResponseMessage answer) =>
        new ScriptedShop(asked => asked.IsRead ? Read(asked) : answer).Connector().FulfilmentStatus!.SetAsync("8", "S", Ct);

    private static HttpResponseMessage Read(ScriptedShop.Asked asked) => asked.Concerns("order-status-shipping")
        ? ScriptedShop.Json("""[{"id":1,"code":"N","position":10},{"id":2,"code":"P","position":20},{"id":3,"code":"S","position":30}]""")
        : ScriptedShop.Json(RecordedOrders.DefaultText(Whole));

    private static HttpResponseMessage Changed(Action<JsonNode> change)
    {
        var order = JsonNode.Parse(RecordedOrders.DefaultText(Whole))!;
        change(order);
        return ScriptedShop.Json(order.ToJsonString());
    }
}
