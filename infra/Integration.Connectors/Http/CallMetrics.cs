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

    public static void Waited(string connection, TimeSpan time) => Wait.Record(time.TotalSeconds, new KeyValuePair<string, object?>("connection", connection));

    public static void Called(string connection, int status, TimeSpan time)
    {
        var tags = new TagList { { "connection", connection }, { "result", status == 0 ? "none" : $"{status / 100}xx" } };
        Calls.Add(1, tags);
        Duration.Record(time.TotalSeconds, tags);
    }
}
