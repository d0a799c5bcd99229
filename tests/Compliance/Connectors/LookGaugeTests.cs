using System.Diagnostics.Metrics;
using Integration.Connectors.Looks;
using Integration.Contracts.Records;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class LookGaugeTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Records_that_wait_are_counted_and_come_down_to_none_once_they_are_read(string database)
    {
        await using var bench = await OpenAsync(database);
        var scope = $"pair-{database}";
        using var measured = new Measured(scope);
        using var gauge = new LookGauge(bench.Database, bench.Metrics, bench.Clock, NullLogger<LookGauge>.Instance);
        await MarkAsync(bench, scope, "1");
        bench.Clock.Pass(TimeSpan.FromSeconds(40));
        await MarkAsync(bench, scope, "2");

        await gauge.MeasureAsync(Token);
        Assert.Equal(2, measured.Waiting);
        Assert.Equal(40, measured.Oldest);

        await bench.Database.TransactAsync((unit, token) => unit.ExecuteAsync("UPDATE look SET dirty = 0", null, token), Token);
        await gauge.MeasureAsync(Token);
        Assert.Equal(0, measured.Waiting);
        Assert.Equal(0, measured.Oldest);
    }

    private static Task MarkAsync(ConnectorBench bench, string scope, string id) =>
        bench.Database.TransactAsync((unit, token) => bench.Book.MarkAsync(unit, new LookKey(scope, Entities.Order, id), FoundBy.Hint, token), Token);

    /// <summary>The last figures told for one scope; tests beside this one tell theirs to the same meter.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly MeterListener _listener = new();

        public Measured(string scope)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name is "integration.records.waiting" or "integration.records.oldest_age") listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, value, labels, _) =>
            {
                if (IsOf(scope, labels)) Waiting = value;
            });
            _listener.SetMeasurementEventCallback<double>((_, value, labels, _) =>
            {
                if (IsOf(scope, labels)) Oldest = value;
            });
            _listener.Start();
        }

        public long Waiting { get; private set; } = -1;

        public double Oldest { get; private set; } = -1;

        public void Dispose() => _listener.Dispose();

        private static bool IsOf(string scope, ReadOnlySpan<KeyValuePair<string, object?>> labels)
        {
            foreach (var label in labels)
            {
                if (label.Key == "scope" && (string?)label.Value == scope) return true;
            }

            return false;
        }
    }
}
