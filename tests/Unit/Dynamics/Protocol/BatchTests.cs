using System.Text;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol.Batch;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Protocol;

public sealed class BatchTests : IDisposable
{
    private static readonly IReadOnlyList<BatchCall> Calls =
    [
        new(HttpMethod.Post, FinanceClient.Target("SalesOrderHeadersV3"), new JsonObject { ["CurrencyCode"] = "EUR", ["Email"] = "ö" }),
        new(HttpMethod.Post, "$1/SalesOrderLines?cross-company=true", new JsonObject { ["ItemNumber"] = "A" }),
        new(HttpMethod.Delete, "data/SalesOrderLines(dataAreaId=%27usmf%27,InventoryLotId=%27L1%27)?cross-company=true", null),
    ];

    private readonly FinanceBench _bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_change_set_is_written_as_the_protocol_says()
    {
        var text = Encoding.UTF8.GetString(BatchWriter.Write(Calls, new Uri("https://shop.example/"), "batch_1"));

        Assert.Equal(
            string.Join("\r\n",
            [
                "--batch_1", "Content-Type: multipart/mixed; boundary=changeset_1", "",
                "--changeset_1", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "Content-ID: 1", "",
                "POST https://shop.example/data/SalesOrderHeadersV3?cross-company=true HTTP/1.1", "Accept: application/json", "Prefer: return=representation", "Content-Type: application/json", "",
                """{"CurrencyCode":"EUR","Email":"ö"}""",
                "--changeset_1", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "Content-ID: 2", "",
                "POST $1/SalesOrderLines?cross-company=true HTTP/1.1", "Accept: application/json", "Prefer: return=representation", "Content-Type: application/json", "",
                """{"ItemNumber":"A"}""",
                "--changeset_1", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "Content-ID: 3", "",
                "DELETE https://shop.example/data/SalesOrderLines(dataAreaId=%27usmf%27,InventoryLotId=%27L1%27)?cross-company=true HTTP/1.1", "Accept: application/json", "Prefer: return=representation", "",
                "",
                "--changeset_1--", "", "--batch_1--", "",
            ]),
            text);
    }

    [Fact]
    public async Task All_parts_that_succeeded_are_given_in_the_order_of_the_calls()
    {
        _bench.Server.Script = _ => FinanceReply.ChangeSet("""{"SalesOrderNumber":"000891"}""", """{"InventoryLotId":"L2"}""", "");

        var answer = await _bench.Client.BatchAsync(Calls, Ct);

        Assert.Null(answer.Failure);
        Assert.Equal(("000891", "L2"), ((string?)answer.Bodies[0]!["SalesOrderNumber"], (string?)answer.Bodies[1]!["InventoryLotId"]));
        Assert.Null(answer.Bodies[2]);
        Assert.Equal("/data/$batch?cross-company=true", Assert.Single(_bench.Server.Targets));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(null)]
    public async Task One_refused_part_stands_for_all(int? call)
    {
        _bench.Server.Script = _ => FinanceReply.Refused(400, "Write failed. Infolog: Error: Field 'Unit' must be filled in.", call);

        var answer = await _bench.Client.BatchAsync(Calls, Ct);

        Assert.Equal("SalesUnitSymbol", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(answer.Failure).Reasons).Field);
        Assert.Equal((0, call), (answer.Bodies.Count, answer.FailedCall));
    }

    [Fact]
    public async Task A_refused_part_may_stand_in_the_change_sets_own_multipart()
    {
        var inner = FinanceReply.Error(400, "Infolog: Error: Field 'Unit' must be filled in.").Body;
        _bench.Server.Script = _ => new FinanceReply(
            202, $"--b\r\nContent-Type: multipart/mixed; boundary=\"c\"\r\n\r\n--c\r\nContent-Type: application/http\r\nContent-ID: 1\r\n\r\nHTTP/1.1 400 Bad Request\r\n\r\n{inner}\r\n--c--\r\n--b--", "multipart/mixed; boundary=\"b\"");

        Assert.IsType<WriteOutcome.Rejected>((await _bench.Client.BatchAsync(Calls, Ct)).Failure);
    }

    [Fact]
    public async Task An_answer_without_content_may_end_with_its_headers()
    {
        _bench.Server.Script = _ => new FinanceReply(
            200, "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\nOData-Version: 4.0\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n\r\n--c--\r\n--b--", "multipart/mixed; boundary=b");

        var answer = await _bench.Client.BatchAsync(Calls, Ct);

        Assert.Null(answer.Failure);
        Assert.Equal(3, answer.Bodies.Count(body => body is null));
    }

    [Theory]
    [InlineData(403, typeof(WriteOutcome.Denied))]
    [InlineData(500, typeof(WriteOutcome.Unknown))]
    [InlineData(503, typeof(WriteOutcome.Unavailable))]
    public async Task A_part_means_what_a_call_of_its_own_would_mean(int status, Type meaning)
    {
        _bench.Server.Script = _ => FinanceReply.Refused(status, "Something.");

        Assert.IsType(meaning, (await _bench.Client.BatchAsync(Calls, Ct)).Failure);
    }

    [Theory]
    [InlineData("--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 201 Created\r\n\r\n{}\r\n--c--\r\n")]
    [InlineData("--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 201 Created\r\n\r\n{}\r\n--c--\r\n--b--")]
    [InlineData("--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 201 Created\r\n\r\n{\"SalesOrd")]
    [InlineData("--b\r\nContent-Type: application/http\r\n\r\nnot http\r\n\r\n{}\r\n--b--")]
    [InlineData("--b--")]
    [InlineData("<html/>")]
    [InlineData("")]
    public async Task An_answer_that_is_not_whole_is_no_answer(string body)
    {
        _bench.Server.Script = _ => new FinanceReply(200, body, "multipart/mixed; boundary=b");

        Assert.IsType<WriteOutcome.Unknown>((await _bench.Client.BatchAsync(Calls, Ct)).Failure);
    }

    [Fact]
    public async Task An_answer_in_another_form_is_no_answer()
    {
        _bench.Server.Script = _ => new FinanceReply(200, """{"responses":[]}""");

        Assert.IsType<WriteOutcome.Unknown>((await _bench.Client.BatchAsync(Calls, Ct)).Failure);
    }

    [Fact]
    public async Task A_cut_at_any_place_is_never_taken_for_the_whole()
    {
        var whole = FinanceReply.ChangeSet("""{"SalesOrderNumber":"000891"}""", """{"InventoryLotId":"L2"}""", """{"InventoryLotId":"L3"}""");
        var last = whole.Body.IndexOf("--batchresponse_1--", StringComparison.Ordinal) + "--batchresponse_1--".Length;
        for (var length = 0; length < last; length++)
        {
            _bench.Server.Script = _ => whole with { Body = whole.Body[..length] };
            Assert.True((await _bench.Client.BatchAsync(Calls, Ct)).Failure is WriteOutcome.Unknown, whole.Body[..length]);
        }

        _bench.Server.Script = _ => whole with { Body = whole.Body[..last] };
        Assert.Null((await _bench.Client.BatchAsync(Calls, Ct)).Failure);
    }

    public void Dispose() => _bench.Dispose();
}
