using Integration.Connectors.Outcomes;
using Integration.Dynamics.Protocol;
using Integration.Dynamics.Tokens;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Protocol;

public sealed class FinanceClientTests : IDisposable
{
    private readonly FinanceBench _bench = new();

    private static readonly EntityQuery Items = new() { Select = ["ItemNumber"], Filter = Filter.Equal("ItemNumber", "A") };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_list_crosses_companies_and_names_ours()
    {
        await _bench.Client.ListAsync("WarehousesOnHandV2", Items with { OrderBy = "ItemNumber", Top = 5 }, Ct);

        Assert.Equal("/data/WarehousesOnHandV2?cross-company=true&$filter=dataAreaId eq 'usmf' and ItemNumber eq 'A'&$select=dataAreaId,ItemNumber&$orderby=ItemNumber&$top=5", Assert.Single(_bench.Server.Targets));
    }

    [Theory]
    [InlineData("O'Neill", "%27O%27%27Neill%27")]
    [InlineData("a+b & c#d/e?f%g", "%27a%2Bb%20%26%20c%23d%2Fe%3Ff%25g%27")]
    [InlineData("ZÜRICH", "%27Z%C3%9CRICH%27")]
    public async Task Values_arrive_as_they_are(string value, string escaped)
    {
        await _bench.Client.ListAsync("CustomersV3", new EntityQuery { Select = ["CustomerAccount"], Filter = Filter.Equal("CustomerAccount", value) }, Ct);

        Assert.Contains(escaped, Assert.Single(_bench.Server.Calls).Address, StringComparison.Ordinal);
        Assert.Contains(escaped, _bench.Client.Target("SalesOrderHeadersV3", ("SalesOrderNumber", value)), StringComparison.Ordinal);
        Assert.StartsWith("data/SalesOrderHeadersV3(dataAreaId=%27usmf%27,SalesOrderNumber=", _bench.Client.Target("SalesOrderHeadersV3", ("SalesOrderNumber", value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_of_other_companies_are_not_ours()
    {
        _bench.Server.Script = _ => new FinanceReply(200, """{"value":[{"dataAreaId":"USMF","ItemNumber":"A"},{"dataAreaId":"dat","ItemNumber":"B"},{"ItemNumber":"C"}]}""");

        Assert.Equal(["A"], (await _bench.Client.ListAsync("WarehousesOnHandV2", Items, Ct)).Records.Select(record => record.Text("ItemNumber")));
    }

    [Fact]
    public async Task A_list_is_followed_to_its_end_by_the_servers_own_links()
    {
        _bench.Server.Script = call => call.Target.Contains("skiptoken", StringComparison.Ordinal)
            ? FinanceReply.List("\"ItemNumber\":\"B\"")
            : FinanceReply.ListThen("https://shop.operations.dynamics.example/data/WarehousesOnHandV2?cross-company=true&$skiptoken=7%2B8", "\"ItemNumber\":\"A\"");

        var all = await _bench.Client.AllAsync("WarehousesOnHandV2", Items with { PageSize = 25 }, Ct);

        Assert.Equal(["A", "B"], all.Records.Select(record => record.Text("ItemNumber")));
        Assert.Null(all.Failure);
        Assert.EndsWith("$skiptoken=7%2B8", _bench.Server.Calls[1].Address, StringComparison.Ordinal);
        Assert.All(_bench.Server.Calls, call => Assert.Equal("odata.maxpagesize=25", call.Prefer));
    }

    [Theory]
    [InlineData("https://evil.example/data/X?$skiptoken=1")]
    [InlineData("http://shop.operations.dynamics.example/data/X?$skiptoken=1")]
    [InlineData("//evil.example/data/X")]
    public async Task A_link_to_another_host_is_not_followed(string link)
    {
        _bench.Server.Script = _ => FinanceReply.ListThen(link, "\"ItemNumber\":\"A\"");

        Assert.IsType<WriteOutcome.Rejected>((await _bench.Client.AllAsync("WarehousesOnHandV2", Items, Ct)).Failure);
        Assert.Single(_bench.Server.Calls);
    }

    [Fact]
    public async Task A_link_that_leads_back_to_itself_is_given_up()
    {
        _bench.Server.Script = _ => FinanceReply.ListThen("https://shop.operations.dynamics.example/data/X?$skiptoken=1", "\"ItemNumber\":\"A\"");

        Assert.IsType<WriteOutcome.Rejected>((await _bench.Client.AllAsync("X", Items, Ct)).Failure);
        Assert.Equal(2, _bench.Server.Calls.Count);
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("""{"value":[{"dataAreaId":"usmf","ItemNum""")]
    [InlineData("[]")]
    [InlineData("""{"context":"x"}""")]
    [InlineData("")]
    public async Task What_is_no_list_of_OData_is_no_answer(string body)
    {
        _bench.Server.Script = _ => new FinanceReply(200, body);

        Assert.IsType<WriteOutcome.Unavailable>((await _bench.Client.ListAsync("X", Items, Ct)).Failure);
    }

    [Theory]
    [InlineData(200, "<html/>")]
    [InlineData(201, """{"SalesOrderNumb""")]
    [InlineData(500, "<html/>")]
    [InlineData(500, """{"error":{"code":"","message":"An error has occurred."}}""")]
    [InlineData(502, "")]
    public async Task A_write_without_a_whole_answer_is_unknown(int status, string body)
    {
        _bench.Server.Script = _ => new FinanceReply(status, body);

        Assert.IsType<WriteOutcome.Unknown>((await _bench.Client.CreateAsync("CustomersV3", [], Ct)).Failure);
    }

    [Fact]
    public async Task A_forbidden_call_is_a_denial_with_its_fix_and_no_personal_data()
    {
        _bench.Server.Script = _ => FinanceReply.Error(403, "User ann@example.org is not authorized.");

        var denied = Assert.IsType<WriteOutcome.Denied>((await _bench.Client.CreateAsync("CustomersV3", [], Ct)).Failure);

        Assert.Contains("role", denied.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@example.org", denied.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_call_says_how_long_and_the_next_is_not_sent()
    {
        _bench.Server.Script = _ => new FinanceReply(429, "", Headers: new() { ["Retry-After"] = "30" });

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<WriteOutcome.Throttled>((await _bench.Client.ListAsync("X", Items, Ct)).Failure).After);
        Assert.IsType<WriteOutcome.Throttled>((await _bench.Client.ListAsync("X", Items, Ct)).Failure);
        Assert.Single(_bench.Server.Calls);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_the_call_repeated()
    {
        var tokens = new Tokens();
        using var bench = new FinanceBench(tokens: tokens);
        bench.Server.Script = call => call.Token == "T1" ? new FinanceReply(401, "") : FinanceReply.List();

        Assert.Null((await bench.Client.ListAsync("X", Items, Ct)).Failure);
        Assert.Equal([null, "T1"], tokens.Refused);
        Assert.Equal(["T1", "T2"], bench.Server.Calls.Select(call => call.Token));
    }

    [Fact]
    public async Task A_fresh_token_that_is_not_accepted_is_a_denial()
    {
        _bench.Server.Script = _ => new FinanceReply(401, "");

        Assert.Contains("Microsoft Entra applications", Assert.IsType<WriteOutcome.Denied>((await _bench.Client.CreateAsync("X", [], Ct)).Failure).Reason, StringComparison.Ordinal);
        Assert.Equal(2, _bench.Server.Calls.Count);
    }

    [Fact]
    public async Task An_action_stands_on_its_record()
    {
        _bench.Server.Script = _ => new FinanceReply(204, "");

        Assert.Null((await _bench.Client.ActAsync(_bench.Store.Target("000891"), "cancelOrder", Ct)).Failure);

        Assert.Equal("/data/SalesOrderHeadersV3(dataAreaId='usmf',SalesOrderNumber='000891')/Microsoft.Dynamics.DataEntities.cancelOrder?cross-company=true", Assert.Single(_bench.Server.Targets));
    }

    public void Dispose() => _bench.Dispose();

    private sealed class Tokens : ITokenSource
    {
        public List<string?> Refused { get; } = [];

        public Task<TokenAnswer> TokenAsync(string? refused, CancellationToken ct)
        {
            Refused.Add(refused);
            return Task.FromResult(new TokenAnswer($"T{Refused.Count}"));
        }
    }
}
