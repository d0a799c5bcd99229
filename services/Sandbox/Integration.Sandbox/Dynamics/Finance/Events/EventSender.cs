using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Records;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Dynamics.Finance.Events;

/// <summary>
/// Posts the events of a commit to each endpoint that has them activated: three attempts, then they are in the error log, from which they can be sent
/// again. Events wait in memory.
/// </summary>
internal sealed class EventSender : IAsyncDisposable
{
    private const int Attempts = 3;
    private const long FirstControlNumber = 5637611083;
    private const int Block = 300;
    private const int Gap = 3;
    private const string Blocks = "control-numbers";

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SandboxStore _store;
    private readonly Endpoints _endpoints;
    private readonly FinanceSettings _settings;
    private readonly TimeProvider _time;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Channel<Delivery> _waiting = Channel.CreateUnbounded<Delivery>();
    private readonly ConcurrentDictionary<Task, byte> _retries = new();
    private readonly ConcurrentQueue<FailedDelivery> _errors = new();
    private readonly SemaphoreSlim _numbering = new(1, 1);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _loop;
    private long _control;
    private long _controlEnd;
    private int _sent;

    public EventSender(SandboxStore store, Endpoints endpoints, FinanceSettings settings, TimeProvider time)
    {
        _store = store;
        _endpoints = endpoints;
        _settings = settings;
        _time = time;
        _loop = RunAsync();
    }

    /// <summary>Events delivered.</summary>
    public int Sent => _sent;

    /// <summary>The error log.</summary>
    public IReadOnlyCollection<FailedDelivery> Errors => _errors;

    /// <summary>Registers an endpoint, once it has taken a test message.</summary>
    /// <exception cref="FinanceFault">It did not.</exception>
    public async Task RegisterAsync(EndpointRequest request, CancellationToken cancellationToken)
    {
        var test = BusinessEvents.Test(_settings.DefaultCompany, _time.GetUtcNow());
        test.Body[BusinessEvents.ControlNumber] = await ControlAsync();
        if (await PostAsync(new Delivery(request.Name, request.Url, request.HeaderName ?? "", request.HeaderValue ?? "", test.Event, test.Body)) is { } reason)
        {
            throw FinanceFault.Plain(400, $"The endpoint did not take the test message: {reason}");
        }

        await _endpoints.RegisterAsync(request, cancellationToken);
    }

    /// <summary>Queues the events of one commit.</summary>
    public void Notify(IReadOnlyList<Committed<Row>> committed)
    {
        var now = _time.GetUtcNow();
        foreach (var message in BusinessEvents.Of(committed, now))
        {
            foreach (var delivery in _endpoints.Of(message))
            {
                _waiting.Writer.TryWrite(delivery);
            }
        }

        foreach (var (endpoint, set) in _endpoints.OfData)
        {
            foreach (var message in DataEvents.Of(set, committed, now))
            {
                _waiting.Writer.TryWrite(Endpoints.To(endpoint, message));
            }
        }
    }

    /// <summary>Sends what is in the error log again.</summary>
    public int Resend()
    {
        var count = 0;
        while (_errors.TryDequeue(out var failed))
        {
            _waiting.Writer.TryWrite(failed.Delivery);
            count++;
        }

        return count;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop;
        await Task.WhenAll(_retries.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _client.Dispose();
        _numbering.Dispose();
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var delivery in _waiting.Reader.ReadAllAsync(_end.Token))
            {
                if (delivery.Body[BusinessEvents.ControlNumber]?.GetValue<long>() == 0)
                {
                    delivery.Body[BusinessEvents.ControlNumber] = await ControlAsync();
                }

                for (var copies = _settings.DuplicateEvents ? 2 : 1; copies > 0; copies--)
                {
                    await FirstAsync(delivery);
                }
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The stand-in ends.
        }
    }

    private async Task FirstAsync(Delivery delivery)
    {
        if (await PostAsync(delivery) is not { } reason)
        {
            Interlocked.Increment(ref _sent);
            return;
        }

        // Other events do not wait for this one.
        var retry = RetryAsync(delivery, reason);
        _retries[retry] = 0;
        _ = retry.ContinueWith(done => _retries.TryRemove(done, out _), TaskScheduler.Default);
    }

    private async Task RetryAsync(Delivery delivery, string reason)
    {
        for (var attempt = 2; attempt <= Attempts; attempt++)
        {
            await Task.Delay(_settings.EventRetry, _time, _end.Token);
            if (await PostAsync(delivery) is not { } again)
            {
                Interlocked.Increment(ref _sent);
                return;
            }

            reason = again;
        }

        _errors.Enqueue(new FailedDelivery(delivery, reason, _time.GetUtcNow()));
    }

    /// <returns>Why it was not taken; null when it was.</returns>
    private async Task<string?> PostAsync(Delivery delivery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = new StringContent(delivery.Body.ToJsonString(Json), Encoding.UTF8, "application/json") };
        if (delivery.HeaderName.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(delivery.HeaderName, delivery.HeaderValue);
        }

        try
        {
            using var response = await _client.SendAsync(request, _end.Token);
            return response.IsSuccessStatusCode ? null : $"status {(int)response.StatusCode}";
        }
        catch (HttpRequestException failed)
        {
            return failed.Message;
        }
        catch (TaskCanceledException) when (!_end.IsCancellationRequested)
        {
            return "no answer within 10 seconds";
        }
    }

    // Numbers are taken from the store by blocks; those left over at the end of the process are never used. Between two there is always a gap: nobody may count on the next one.
    private async Task<long> ControlAsync()
    {
        await _numbering.WaitAsync(_end.Token);
        try
        {
            if (_control >= _controlEnd)
            {
                _control = FirstControlNumber + (await _store.WriteAsync(unit => unit.Next(Blocks), _end.Token) * Block);
                _controlEnd = _control + Block - Gap;
            }

            return _control += Gap;
        }
        finally
        {
            _numbering.Release();
        }
    }
}
