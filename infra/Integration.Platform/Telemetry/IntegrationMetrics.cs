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
    private readonly Histogram<double> _stockWindow;
    private readonly Gauge<long> _waiting;
    private readonly Gauge<double> _oldestAge;
    private readonly Gauge<double> _hintsMissedShare;

    /// <summary>Creates the instruments; one instance per process, from the container.</summary>
    public IntegrationMetrics()
    {
        _in = _meter.CreateCounter<long>("integration.records.in", "{record}", "Records read that went on into the lane");
        _out = _meter.CreateCounter<long>("integration.records.out", "{record}", "Records written to the other side");
        _failed = _meter.CreateCounter<long>("integration.records.failed", "{record}", "Records that went to the attention list");
        _hintsMissed = _meter.CreateCounter<long>("integration.hints.missed", "{record}", "Changes found only by a sweep");
        _hintsMissedShare = _meter.CreateGauge<double>("integration.hints.missed_share", "1", "Share of the changes of the last hour that only a sweep found");
        _deadLettered = _meter.CreateCounter<long>("integration.messages.dead", "{message}", "Messages given up by their queue");
        _stockWindow = _meter.CreateHistogram<double>("integration.stock.window", "s", "Time between reading a storefront's orders and its answer to a level set without compare-and-set: a sale in it can be overwritten");
        _waiting = _meter.CreateGauge<long>("integration.records.waiting", "{record}", "Records that wait to be read");
        _oldestAge = _meter.CreateGauge<double>("integration.records.oldest_age", "s", "Age of the oldest mark of a record that waits to be read");
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

    /// <summary>Share of the changes of the last hour that no hint announced, 0 to 1.</summary>
    public void HintsMissedShare(string pair, string lane, double share) => _hintsMissedShare.Record(share, Pair(pair), Lane(lane));

    /// <summary>A level was set without compare-and-set, so long after the orders were read.</summary>
    public void StockWindow(string pair, TimeSpan window) => _stockWindow.Record(window.TotalSeconds, Pair(pair));

    /// <summary>Records that wait to be read, and how old the oldest mark is.</summary>
    /// <param name="scope">Pair or connection whose records they are.</param>
    /// <param name="entity">Canonical entity.</param>
    /// <param name="records">How many.</param>
    /// <param name="oldest">Since when the oldest one waits.</param>
    public void Waiting(string scope, string entity, long records, TimeSpan oldest)
    {
        KeyValuePair<string, object?>[] labels = [new("scope", scope), new("entity", entity)];
        _waiting.Record(records, labels);
        _oldestAge.Record(oldest.TotalSeconds, labels);
    }

    /// <summary>A message given up by its queue.</summary>
    public void DeadLettered(string queue) => _deadLettered.Add(1, new KeyValuePair<string, object?>("queue", queue));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Pair(string pair) => new("pair", pair);

    private static KeyValuePair<string, object?> Lane(string lane) => new("lane", lane);
}
