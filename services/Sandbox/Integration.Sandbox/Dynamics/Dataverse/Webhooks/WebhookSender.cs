using System.Net;
using System.Text;
using System.Threading.Channels;
using System.Xml;
using System.Xml.Linq;
using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Webhooks;

/// <summary>
/// Posts what a commit changed to the registered webhooks: one attempt, and a second one only after a 502, 503 or 504. What was not taken leaves a failed
/// system job. Several are sent at once, so that their order is not that of the changes; what waits is lost with the process.
/// </summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private const int AtOnce = 4;
    private const long Completed = 3;
    private const long Failure = 31;

    private readonly Books _books;
    private readonly ExecutionContextWriter _writer;
    private readonly DataverseSettings _settings;
    private readonly string _organization;
    private readonly TimeProvider _time;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Channel<WebhookDelivery> _waiting = Channel.CreateUnbounded<WebhookDelivery>();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _loops;
    private int _sent;
    private int _failed;

    public WebhookSender(Books books, string organization, DataverseSettings settings, TimeProvider time)
    {
        _books = books;
        _writer = new ExecutionContextWriter(books, organization, settings);
        _settings = settings;
        _organization = organization;
        _time = time;
        _loops = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => RunAsync()));
    }

    /// <summary>Messages that were taken.</summary>
    public int Sent => _sent;

    /// <summary>Messages that were given up.</summary>
    public int Failed => _failed;

    /// <summary>Queues the messages of one commit.</summary>
    public void Notify(IReadOnlyList<Committed> committed, Guid user)
    {
        var (correlation, now) = (Guid.NewGuid(), _time.GetUtcNow());
        foreach (var change in committed)
        {
            foreach (var step in WebhookSteps.For(_books, change))
            {
                var delivery = _writer.Write(step, change, user, correlation, now);
                _waiting.Writer.TryWrite(delivery);
                if (_settings.DuplicateWebhooks)
                {
                    _waiting.Writer.TryWrite(delivery);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loops;
        _client.Dispose();
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var delivery in _waiting.Reader.ReadAllAsync(_end.Token))
            {
                await DeliverAsync(delivery);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The stand-in ends.
        }
    }

    private async Task DeliverAsync(WebhookDelivery delivery)
    {
        var answered = await PostAsync(delivery);
        if (answered is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
        {
            await Task.Delay(_settings.WebhookRetry, _time, _end.Token);
            answered = await PostAsync(delivery);
        }

        if ((int?)answered is >= 200 and < 300)
        {
            Interlocked.Increment(ref _sent);
            return;
        }

        await _books.RunAsync(
            transaction =>
            {
                transaction.User = delivery.User;
                var job = transaction.Insert(new Record(transaction.Schema["asyncoperation"], Guid.NewGuid()));
                return job.Set("name", delivery.Step.Name).Set("statecode", Completed).Set("statuscode", Failure).Set("owningextensionid", new Reference("sdkmessageprocessingstep", delivery.Step.Id))
                    .Set("message", $"The webhook call failed: {(answered is { } status ? $"the service returned {(int)status}" : "there was no answer")}.");
            },
            _end.Token);
        Interlocked.Increment(ref _failed);
    }

    /// <returns>The status answered; null when there was no answer.</returns>
    private async Task<HttpStatusCode?> PostAsync(WebhookDelivery delivery)
    {
        using var request = Request(delivery);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        timeout.CancelAfter(_settings.WebhookTimeout);
        try
        {
            using var response = await _client.SendAsync(request, timeout.Token);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!_end.IsCancellationRequested)
        {
            return null;
        }
    }

    private HttpRequestMessage Request(WebhookDelivery delivery)
    {
        const int WebhookKey = 4;
        const int HttpHeader = 5;
        var step = delivery.Step;
        var secrets = step.AuthType == WebhookKey ? [("code", step.AuthValue)] : Settings(step.AuthValue);
        var query = step.AuthType == HttpHeader ? "" : string.Join('&', secrets.Select(secret => $"{Uri.EscapeDataString(secret.Name)}={Uri.EscapeDataString(secret.Value)}"));
        var request = new HttpRequestMessage(HttpMethod.Post, query.Length == 0 ? step.Url : new UriBuilder(step.Url) { Query = query }.Uri)
        {
            Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("x-ms-dynamics-organization", _organization);
        request.Headers.Add("x-ms-dynamics-entity-name", delivery.Table);
        request.Headers.Add("x-ms-dynamics-request-name", delivery.Message);
        request.Headers.Add("x-ms-correlation-request-id", delivery.Correlation.ToString());
        if (delivery.IsCut)
        {
            request.Headers.Add("x-ms-dynamics-msg-size-exceeded", "true");
        }

        foreach (var (name, value) in step.AuthType == HttpHeader ? secrets : [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    // <settings><setting name="x-key" value="secret" /></settings>
    private static List<(string Name, string Value)> Settings(string text)
    {
        try
        {
            return text.Length == 0 ? [] : [.. XElement.Parse(text).Elements("setting").Select(setting => (setting.Attribute("name")?.Value ?? "", setting.Attribute("value")?.Value ?? ""))];
        }
        catch (XmlException)
        {
            // Registered with something that is none: the service then sends nothing of it.
            return [];
        }
    }
}
