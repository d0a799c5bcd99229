using System.Diagnostics;
using System.Net;
using Integration.Connectors.Pairs;
using Integration.Connectors.Privacy;
using Integration.Contracts.Operations;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Integration.Connectors.Http;

/// <summary>
/// The HTTP client of one connection: its budget, deadlines, jittered retry of safe calls, Retry-After, masking and call log.
/// Never follows a redirect, never leaves the connection's origin, speaks TLS 1.2 or later (plain HTTP to loopback only).
/// Failures are <see cref="OutsideAnswer"/>s; only cancellation by the caller throws.
/// </summary>
public sealed class OutsideHttp : IDisposable
{
    private static readonly ActivitySource Source = new("Integration");

    private readonly ConnectionDefinition _connection;
    private readonly OutsideAddress _address;
    private readonly SecretMask _secrets;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CallBudget _budget;
    private readonly OutsideTransport _transport;
    private readonly ResiliencePipeline<OutsideAnswer> _retrySafe;
    private readonly Lock _lock = new();
    private DateTimeOffset _stayAwayUntil;

    private OutsideHttp(ConnectionDefinition connection, IEnumerable<string> secrets, TimeProvider time, ILogger log, HttpMessageHandler? handler, CookieContainer? cookies)
    {
        _connection = connection;
        _address = new OutsideAddress(connection);
        _secrets = new SecretMask(secrets);
        _time = time;
        _log = log;
        _budget = new CallBudget(connection.CallsPerMinute, connection.ConcurrentCalls, time);
        _transport = new OutsideTransport(handler ?? Handler(connection, _address.IsLoopback, cookies), time);
        _retrySafe = new ResiliencePipelineBuilder<OutsideAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<OutsideAnswer>
            {
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } answer && IsBlip(answer)),
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(300),
                UseJitter = true,
            })
            .Build();
    }

    /// <summary>Makes the client of a connection; make one per connection, since it holds the budget.</summary>
    /// <param name="connection">The connection; an address that is neither HTTPS nor loopback throws <see cref="PairFileException"/>.</param>
    /// <param name="secrets">Secret values that must never be shown.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where failed calls are noted.</param>
    /// <param name="cookies">A cookie store, for systems that keep a session in one; null sends no cookies.</param>
    public static OutsideHttp Create(ConnectionDefinition connection, IEnumerable<string> secrets, TimeProvider time, ILogger log, CookieContainer? cookies = null) =>
        new(connection, secrets, time, log, null, cookies);

    /// <summary>As above, over a given handler, for tests.</summary>
    internal static OutsideHttp Create(ConnectionDefinition connection, IEnumerable<string> secrets, TimeProvider time, ILogger log, HttpMessageHandler handler) =>
        new(connection, secrets, time, log, handler, null);

    /// <summary>Sends one call and waits for the whole answer.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled; a write may have been carried out.</exception>
    public async Task<OutsideAnswer> SendAsync(OutsideRequest request, CancellationToken ct)
    {
        if (_address.Resolve(request.Target) is not { } uri)
        {
            return new OutsideAnswer.NotSent("The target leads away from the connection's own address and was not called.");
        }

        return request.Safe
            ? await _retrySafe.ExecuteAsync(async token => await SendOnceAsync(request, uri, token), ct)
            : await SendOnceAsync(request, uri, ct);
    }

    /// <summary>The text without this connection's secrets and without personal data: for reasons that reach timelines, attention lists and logs.</summary>
    public string Masked(string? text) => Masking.Text(Discretion.Apply(_secrets.Apply(text ?? "")));

    /// <inheritdoc />
    public void Dispose()
    {
        _transport.Dispose();
        _budget.Dispose();
    }

    private static bool IsBlip(OutsideAnswer answer) => answer
        is OutsideAnswer.NotSent or OutsideAnswer.NoAnswer or OutsideAnswer.Answered { Status: 502 or 503 or 504 };

    private static SocketsHttpHandler Handler(ConnectionDefinition connection, bool loopback, CookieContainer? cookies)
    {
        var handler = OutsideSockets.Handler(connection.LocalAddresses);
        handler.AutomaticDecompression = DecompressionMethods.All;
        handler.UseProxy = !loopback;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30);
        // Our trace ids are nobody else's business.
        handler.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();
        if (cookies is null) return handler;
        handler.UseCookies = true;
        handler.CookieContainer = cookies;
        return handler;
    }

    private async Task<OutsideAnswer> SendOnceAsync(OutsideRequest request, Uri uri, CancellationToken ct)
    {
        if (StayAway() is { } before) return new OutsideAnswer.Throttled(before);
        var asked = _time.GetTimestamp();
        await _budget.EnterAsync(ct);
        try
        {
            CallMetrics.Waited(_connection.Name, _time.GetElapsedTime(asked));
            CallMetrics.BudgetUsed(_connection.Name, _budget.Used);
            // Somebody else may have been told to stay away while this call waited for its turn.
            return StayAway() is { } now ? new OutsideAnswer.Throttled(now) : await CallAsync(request, uri, ct);
        }
        finally
        {
            _budget.Release();
        }
    }

    private async Task<OutsideAnswer> CallAsync(OutsideRequest request, Uri uri, CancellationToken ct)
    {
        var target = Masking.Target(Discretion.Apply(_secrets.Apply(request.MaskedTarget ?? request.Target)));
        using var activity = Source.StartActivity($"{request.Method} {_connection.Name}", ActivityKind.Client);
        activity?.SetTag("http.request.method", request.Method.Method);
        activity?.SetTag("server.address", uri.Host);
        activity?.SetTag("integration.target", target);
        var at = _time.GetUtcNow();
        var began = _time.GetTimestamp();
        var answer = await _transport.CallAsync(request, uri, request.Deadline ?? _connection.Deadline, ct);
        if (answer is OutsideAnswer.Throttled throttled) KeepAway(throttled.After);
        Record(request, target, answer, at, _time.GetElapsedTime(began), activity);
        return answer;
    }

    private void Record(OutsideRequest request, string target, OutsideAnswer answer, DateTimeOffset at, TimeSpan took, Activity? activity)
    {
        var (status, note) = answer switch
        {
            OutsideAnswer.Answered answered => (answered.Status, answered.IsSuccess ? "" : Masked(request.ErrorText?.Invoke(answered))),
            OutsideAnswer.Throttled throttled => (429, $"asked to wait {throttled.After.TotalSeconds:0} s"),
            OutsideAnswer.NotSent notSent => (0, Masked(notSent.Reason)),
            OutsideAnswer.NoAnswer noAnswer => (0, Masked(noAnswer.Reason)),
            _ => throw new UnreachableException(),
        };
        CallMetrics.Called(_connection.Name, status, took);
        CallLog.Add(new OutsideCall(_connection.Name, request.Method.Method, target, status, (long)took.TotalMilliseconds, note, at));
        activity?.SetTag("http.response.status_code", status);
        if (status is 0 or >= 400)
        {
            activity?.SetStatus(ActivityStatusCode.Error, note);
            _log.LogInformation("{Connection}: {Method} {Target} gave {Status} after {Milliseconds} ms. {Note}",
                _connection.Name, request.Method.Method, target, status, (long)took.TotalMilliseconds, note);
        }
    }

    private TimeSpan? StayAway()
    {
        lock (_lock)
        {
            var left = _stayAwayUntil - _time.GetUtcNow();
            return left > TimeSpan.Zero ? left : null;
        }
    }

    private void KeepAway(TimeSpan after)
    {
        lock (_lock)
        {
            var until = _time.GetUtcNow() + after;
            if (until > _stayAwayUntil) _stayAwayUntil = until;
        }
    }
}
