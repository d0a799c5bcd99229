using System.Net;
using System.Net.Http.Headers;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Http;

public sealed class OutsideHttpTests
{
    private readonly FakeTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_safe_call_is_repeated_after_a_blip()
    {
        var handler = new ScriptedHandler(
            _ => throw new HttpRequestException(HttpRequestError.ConnectionError), _ => Answer(HttpStatusCode.BadGateway), _ => Answer(HttpStatusCode.OK));
        using var http = Http(handler);

        var answer = await http.SendAsync(OutsideRequest.Get("orders"), Token);

        Assert.Equal(200, Assert.IsType<OutsideAnswer.Answered>(answer).Status);
        Assert.Equal(3, handler.Calls);
    }

    [Fact]
    public async Task A_write_is_never_repeated()
    {
        var handler = new ScriptedHandler(_ => Answer(HttpStatusCode.BadGateway));
        using var http = Http(handler);

        Assert.Equal(502, Assert.IsType<OutsideAnswer.Answered>(await http.SendAsync(Put("orders"), Token)).Status);

        Assert.Equal(1, handler.Calls);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.SecureConnectionError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.InvalidResponse, false)]
    public async Task A_write_that_may_have_arrived_is_told_from_one_that_did_not(HttpRequestError error, bool certain)
    {
        using var http = Http(new ScriptedHandler(_ => throw new HttpRequestException(error)));

        var answer = await http.SendAsync(Put("orders"), Token);

        Assert.Equal(certain, answer is OutsideAnswer.NotSent);
        Assert.Equal(!certain, answer is OutsideAnswer.NoAnswer);
    }

    [Fact]
    public async Task Nothing_is_sent_while_a_retry_after_runs()
    {
        var handler = new ScriptedHandler(_ => Later(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(40)), _ => Answer(HttpStatusCode.OK));
        using var http = Http(handler);

        Assert.Equal(TimeSpan.FromSeconds(40), Assert.IsType<OutsideAnswer.Throttled>(await http.SendAsync(Put("a"), Token)).After);
        _time.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.FromSeconds(10), Assert.IsType<OutsideAnswer.Throttled>(await http.SendAsync(OutsideRequest.Get("b"), Token)).After);
        Assert.Equal(1, handler.Calls);
        _time.Pass(TimeSpan.FromSeconds(10));

        Assert.IsType<OutsideAnswer.Answered>(await http.SendAsync(Put("a"), Token));
    }

    [Fact]
    public async Task A_retry_after_date_is_read_by_the_senders_clock()
    {
        var handler = new ScriptedHandler(_ =>
        {
            var answer = Answer(HttpStatusCode.ServiceUnavailable);
            answer.Headers.Date = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(new DateTimeOffset(2030, 1, 1, 0, 1, 0, TimeSpan.Zero));
            return answer;
        });
        using var http = Http(handler);

        Assert.Equal(TimeSpan.FromMinutes(1), Assert.IsType<OutsideAnswer.Throttled>(await http.SendAsync(Put("a"), Token)).After);
    }

    [Theory]
    [InlineData("https://evil.example/orders")]
    [InlineData("//evil.example/orders")]
    [InlineData("http://127.0.0.1:81/orders")]
    [InlineData("https://127.0.0.1/orders")]
    [InlineData("http://user@127.0.0.1/orders")]
    [InlineData("file:///etc/passwd")]
    public async Task A_target_on_another_host_is_not_called(string target)
    {
        var handler = new ScriptedHandler(_ => Answer(HttpStatusCode.OK));
        using var http = Http(handler);

        Assert.IsType<OutsideAnswer.NotSent>(await http.SendAsync(OutsideRequest.Get(target), Token));

        Assert.Equal(0, handler.Calls);
    }

    [Theory]
    [InlineData("http://shop.example/")]
    [InlineData("ftp://shop.example/")]
    [InlineData("https://user:pass@shop.example/")]
    [InlineData("http://169.254.169.254/")]
    public void A_connection_without_tls_or_with_credentials_in_its_address_is_refused(string url) =>
        Assert.Throws<PairFileException>(() => Http(new ScriptedHandler(_ => Answer(HttpStatusCode.OK)), url));

    [Fact]
    public async Task A_redirect_is_an_answer()
    {
        using var http = Http(new ScriptedHandler(_ =>
        {
            var answer = Answer(HttpStatusCode.Found);
            answer.Headers.Location = new Uri("https://evil.example/");
            return answer;
        }));

        Assert.Equal(302, Assert.IsType<OutsideAnswer.Answered>(await http.SendAsync(OutsideRequest.Get("a"), Token)).Status);
    }

    [Fact]
    public async Task A_target_that_a_connector_shortened_is_masked_as_well()
    {
        using var http = Http(new ScriptedHandler(_ => Answer(HttpStatusCode.OK)));
        using var log = CallLog.Begin();

        await http.SendAsync(OutsideRequest.Get("profiles?login=jo%40example.org&pass=1") with { MaskedTarget = "profiles?login=jo%40example.org" }, Token);

        Assert.Equal("profiles?login=***", Assert.Single(log.Calls).Target);
    }

    [Fact]
    public async Task The_call_log_shows_calls_without_secrets_and_personal_data()
    {
        using var http = Http(new ScriptedHandler(_ => Answer(HttpStatusCode.BadRequest)), secrets: ["s3cr3t/key"]);
        using var log = CallLog.Begin();

        await http.SendAsync(OutsideRequest.Get("admin.php?_key=abc&x=s3cr3t%2Fkey&mail=jo%40example.org&card=4111111111111111") with
        {
            ErrorText = _ => "jo@example.org at +49 30 1234567 used s3cr3t/key",
        }, Token);

        var call = Assert.Single(log.Calls);
        Assert.Equal(400, call.Status);
        foreach (var hidden in new[] { "abc", "s3cr3t", "jo", "4111", "1234567" })
        {
            Assert.DoesNotContain(hidden, call.Target, StringComparison.Ordinal);
            Assert.DoesNotContain(hidden, call.Note, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Never_more_calls_in_any_minute_than_the_budget_allows()
    {
        var sent = new List<DateTimeOffset>();
        var handler = new ScriptedHandler(_ =>
        {
            sent.Add(_time.GetUtcNow());
            return Answer(HttpStatusCode.OK);
        });
        using var http = OutsideHttp.Create(Definition("http://127.0.0.1/") with { CallsPerMinute = 60 }, [], _time, NullLogger.Instance, handler);

        for (var call = 0; call < 200; call++) await http.SendAsync(Put("a"), Token);

        Assert.All(sent, first => Assert.InRange(sent.Count(at => at >= first && at < first.AddMinutes(1)), 1, 60));
        Assert.InRange(sent[^1] - sent[0], TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task A_write_whose_body_never_left_was_certainly_not_carried_out()
    {
        using var listener = new global::System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var http = OutsideHttp.Create(Definition($"http://127.0.0.1:{port}/"), [], TimeProvider.System, NullLogger.Instance);

        Assert.IsType<OutsideAnswer.NotSent>(await http.SendAsync(Put("a"), Token));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")]
    [InlineData("")]
    [InlineData("garbage\r\n\r\n")]
    public async Task A_broken_answer_to_a_write_leaves_it_unknown_and_is_sent_once(string reply)
    {
        await using var server = new RawServer(reply);
        using var http = OutsideHttp.Create(Definition(server.Url), [], TimeProvider.System, NullLogger.Instance);

        Assert.IsType<OutsideAnswer.NoAnswer>(await http.SendAsync(new OutsideRequest { Method = HttpMethod.Delete, Target = "a" }, Token));

        Assert.Equal(1, server.Requests);
    }

    private OutsideHttp Http(ScriptedHandler handler, string url = "http://127.0.0.1/", params string[] secrets) =>
        OutsideHttp.Create(Definition(url), secrets, _time, NullLogger.Instance, handler);

    private static ConnectionDefinition Definition(string url) => new() { Name = "shop", Kind = "fake", Url = new Uri(url) };

    private static OutsideRequest Put(string target) => new() { Method = HttpMethod.Put, Target = target, Content = () => new StringContent("{}") };

    private static HttpResponseMessage Answer(HttpStatusCode status) => new(status) { Content = new StringContent("x") };

    private static HttpResponseMessage Later(HttpStatusCode status, TimeSpan after)
    {
        var answer = Answer(status);
        answer.Headers.RetryAfter = new RetryConditionHeaderValue(after);
        return answer;
    }
}
