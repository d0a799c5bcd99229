using System.Diagnostics.Metrics;

namespace Integration.Platform.Telemetry;

/// <summary>The figures operators watch, per pair and lane (meter <c>Integration</c>). Labels are bounded: no record ids.</summary>
public sealed class IntegrationMetrics : IDisposable
{
    /// <summary>The meter's name, <c>Integration</c>.</summary>
    public const string MeterName = "Integration";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _in;
    private readonly Counter<long> _out;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _hintsMissed;
    private readonly Counter<long> _deadLettered;
    private readonly Gauge<long> _waiting;
    private readonly Gauge<double> _oldestAge;
    private readonly Gauge<double> _budgetUsed;

    /// <summary>Creates the instruments; one instance per process, from the container.</summary>
    public IntegrationMetrics()
    {
        _in = _meter.CreateCounter<long>("integration.records.in", "{record}", "Records read that went on into the lane");
        _out = _meter.CreateCounter<long>("integration.records.out", "{record}", "Records written to the other side");
        _failed = _meter.CreateCounter<long>("integration.records.failed", "{record}", "Records that went to the attention list");
        _hintsMissed = _meter.CreateCounter<long>("integration.hints.missed", "{record}", "Changes found only by a sweep");
        _deadLettered = _meter.CreateCounter<long>("integration.messages.dead", "{message}", "Messages given up by their queue");
        _waiting = _meter.CreateGauge<long>("integration.records.waiting", "{record}", "Records on their way now");
        _oldestAge = _meter.CreateGauge<double>("integration.records.oldest_age", "s", "Age of the oldest record on its way");
        _budgetUsed = _meter.CreateGauge<double>("integration.connection.budget_used", "1", "Share of the connection's API budget in use");
    }

    /// <summary>Records read that went on into the lane.</summary>
    public void In(string pair, string lane, long records = 1) => _in.Add(records, Pair(pair), Lane(lane));

    /// <summary>Records written to the other side.</summary>
    public void Out(string pair, string lane, long records = 1) => _out.Add(records, Pair(pair), Lane(lane));

    /// <summary>A record that went to the attention list, with its class (one of the bounded attention classes).</summary>
    public void Failed(string pair, string lane, string attentionClass) =>
        _failed.Add(1, Pair(pair), Lane(lane), new("class", attentionClass));

    /// <summary>Changes that no hint announced and a sweep found.</summary>
    public void HintsMissed(string pair, string lane, long records = 1) => _hintsMissed.Add(records, Pair(pair), Lane(lane));

    /// <summary>Records on their way now, and how old the oldest is.</summary>
    public void Waiting(string pair, string lane, long records, TimeSpan oldest)
    {
        _waiting.Record(records, Pair(pair), Lane(lane));
        _oldestAge.Record(oldest.TotalSeconds, Pair(pair), Lane(lane));
    }

    /// <summary>Share (0 to 1) of the connection's API budget used in its current window.</summary>
    public void BudgetUsed(string connection, double share) =>
        _budgetUsed.Record(share, new KeyValuePair<string, object?>("connection", connection));

    /// <summary>A message given up by its queue.</summary>
    public void DeadLettered(string queue) => _deadLettered.Add(1, new KeyValuePair<string, object?>("queue", queue));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Pair(string pair) => new("pair", pair);

    private static KeyValuePair<string, object?> Lane(string lane) => new("lane", lane);
}
