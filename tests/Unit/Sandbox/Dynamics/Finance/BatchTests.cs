using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

public sealed class BatchTests
{
    [Fact]
    public async Task A_change_set_is_stored_whole_and_answered_in_its_order()
    {
        await using var environment = await Environment.StartAsync();

        var reply = await SendAsync(environment, ChangeSet(
            ("POST", "SalesOrderHeadersV4", Environment.Header(("SalesOrderNumber", "XC-1"))),
            ("POST", "SalesOrderLinesV3", Environment.Line("XC-1", "MUG-01", 2, 10)),
            ("POST", "SalesOrderLinesV3", Environment.Line("XC-1", "LAMP-ZÜRICH", 1, 129))));

        Assert.Equal(200, reply.Status);
        Assert.Equal(["1", "2", "3"], Values(reply.Text, "Content-ID: "));
        Assert.Equal(["201 Created", "201 Created", "201 Created"], Values(reply.Text, "HTTP/1.1 "));
        Assert.Equal(["MUG-01", "LAMP-ZÜRICH"], (await environment.LinesAsync("XC-1")).Select(line => line.Text("ItemNumber")));
    }

    [Fact]
    public async Task A_refused_change_set_is_one_error_and_nothing_of_it_is_stored()
    {
        await using var environment = await Environment.StartAsync();

        var reply = await SendAsync(environment, ChangeSet(
            ("POST", "SalesOrderHeadersV4", Environment.Header(("SalesOrderNumber", "XC-1"))),
            ("POST", "SalesOrderLinesV3", Environment.Line("XC-1", "MUG-01", 2, 10)),
            ("POST", "SalesOrderLinesV3", Environment.Line("XC-1", "NOT-IN-ERP", 1, 1))));

        Assert.Equal(200, reply.Status);
        Assert.Equal(["400 Bad Request"], Values(reply.Text, "HTTP/1.1 "));
        Assert.Empty(Values(reply.Text, "Content-ID: "));
        Assert.Contains("The value 'NOT-IN-ERP' in field 'Item number'", reply.Text, StringComparison.Ordinal);
        Assert.Empty((await environment.StateAsync())["orders"]!.AsArray());
        Assert.Equal(0m, (await environment.StockAsync("MUG-01")).Number("OnOrderQuantity"));
    }

    [Theory]
    [InlineData(true, "SalesOrderHeadersV3", "201 Created,201 Created", 1)]
    [InlineData(true, "SalesOrderHeadersV4", "404 Not Found", 0)]
    [InlineData(false, "SalesOrderHeadersV3", "404 Not Found", 0)]
    public async Task Lines_of_a_header_of_the_same_change_set_are_made_only_where_content_IDs_are_resolved(bool resolved, string headers, string answers, int orders)
    {
        await using var environment = await Environment.StartAsync(settings => settings.ResolvesContentIds = resolved);
        var line = Environment.Line("", "MUG-01", 2, 10);
        line.Remove("SalesOrderNumber");

        var reply = await SendAsync(environment, ChangeSet(("POST", headers, Environment.Header()), ("POST", "$1/SalesOrderLines", line)));

        Assert.Equal(answers.Split(','), Values(reply.Text, "HTTP/1.1 "));
        var made = (await environment.StateAsync())["orders"]!.AsArray();
        Assert.Equal(orders, made.Count);
        Assert.All(made, order => Assert.Single(order!["lines"]!.AsArray()));
    }

    [Fact]
    public async Task Parts_behind_a_refused_one_wait_for_another_batch_unless_it_is_to_go_on()
    {
        await using var environment = await Environment.StartAsync();
        string Parts() => ChangeSet(("POST", "SalesOrderHeadersV4", Environment.Header(("CurrencyCode", "XXX"))))
            + ChangeSet(("POST", "SalesOrderHeadersV4", Environment.Header(("SalesOrderNumber", "XC-2")))) + Get("SalesOrderHeadersV4(dataAreaId='usmf',SalesOrderNumber='XC-2')");

        var stopped = await SendAsync(environment, Parts());
        var whole = await SendAsync(environment, Parts(), "odata.continue-on-error");

        Assert.Equal(["400 Bad Request"], Values(stopped.Text, "HTTP/1.1 "));
        Assert.Equal(["400 Bad Request", "201 Created", "200 OK"], Values(whole.Text, "HTTP/1.1 "));
    }

    [Fact]
    public async Task Changes_and_deletions_may_be_in_a_change_set_too()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 2, 10), ("PEN-10", 1, 5));
        var lines = await environment.LinesAsync(order);

        var reply = await SendAsync(environment, ChangeSet(
            ("PATCH", Environment.LineAddress(lines[0]), new JsonObject { ["OrderedSalesQuantity"] = 5 }), ("DELETE", Environment.LineAddress(lines[1]), null)));

        Assert.Equal(["204 No Content", "204 No Content"], Values(reply.Text, "HTTP/1.1 "));
        Assert.Equal(50m, (await environment.ReadOrderAsync(order)).Number("OrderTotalAmount"));
    }

    [Fact]
    public async Task A_read_in_a_change_set_or_a_body_that_is_no_batch_is_a_bad_request()
    {
        await using var environment = await Environment.StartAsync();

        Assert.Equal(400, (await SendAsync(environment, ChangeSet(("GET", "CustomersV3", null)))).Status);
        Assert.Equal(400, (await environment.SendAsync(HttpMethod.Post, "/data/$batch", Environment.Json(new JsonObject()))).Status);
    }

    private static Task<Reply> SendAsync(Environment environment, string parts, string? prefer = null)
    {
        var content = new StringContent($"{parts}--batch_1--\r\n", Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/mixed; boundary=batch_1");
        return environment.SendAsync(HttpMethod.Post, "/data/$batch", content, request =>
        {
            if (prefer is not null)
            {
                request.Headers.Add("Prefer", prefer);
            }
        });
    }

    private static string Get(string address) => $"--batch_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET {address} HTTP/1.1\r\nAccept: application/json\r\n\r\n\r\n";

    private static string ChangeSet(params (string Method, string Address, JsonObject? Body)[] changes)
    {
        var text = new StringBuilder("--batch_1\r\nContent-Type: multipart/mixed; boundary=change_1\r\n\r\n");
        for (var number = 1; number <= changes.Length; number++)
        {
            var (method, address, body) = changes[number - 1];
            text.Append("--change_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: ").Append(number).Append("\r\n\r\n")
                .Append(method).Append(' ').Append(address).Append(" HTTP/1.1\r\nContent-Type: application/json\r\n\r\n").Append(body?.ToJsonString()).Append("\r\n");
        }

        return text.Append("--change_1--\r\n").ToString();
    }

    private static IReadOnlyList<string> Values(string text, string begin) =>
        [.. text.Split("\r\n").Where(line => line.StartsWith(begin, StringComparison.Ordinal)).Select(line => line[begin.Length..])];
}
