using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Integration.Connectors.Http;

/// <summary>Measures of outside calls, by connection.</summary>
internal static class CallMetrics
{
    private static readonly Meter Meter = new("Integration");
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("integration.connection.calls", description: "Calls sent, by connection and result.");
    private static readonly Histogram<double> Wait = Meter.CreateHistogram<double>("integration.connection.wait", "s", "Time a call waited for its connection's budget.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("integration.connection.duration", "s", "Time from sending to the whole answer.");

    private static readonly Gauge<double> Budget = Meter.CreateGauge<double>("integration.connection.budget_used", "1", "Share of the connection's calls per minute in use.");

    /// <summary>Share of the connection's calls per minute in use; above 1 when calls wait.</summary>
    public static void BudgetUsed(string connection, double share) => Budget.Record(share, new KeyValuePair<string, object?>("connection", connection));

    public static void Waited(string connection, TimeSpan time) => Wait.Record(time.TotalSeconds, new KeyValuePair<string, object?>("connection", connection));

    public static void Called(string connection, int status, TimeSpan time)
    {
        var tags = new TagList { { "connection", connection }, { "result", status == 0 ? "none" : $"{status / 100}xx" } };
        Calls.Add(1, tags);
        Duration.Record(time.TotalSeconds, tags);
    }
}
