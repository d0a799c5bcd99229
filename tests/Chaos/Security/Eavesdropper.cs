using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Integration.Tests.Chaos.Security;

/// <summary>Hears every trace and every measurement of this process, as the OTLP export would send them.</summary>
internal sealed class Eavesdropper : IDisposable
{
    // Those that the export sends.
    private static readonly HashSet<string> Exported = new(StringComparer.Ordinal) { "Integration", "MassTransit", "Npgsql", "Microsoft.AspNetCore", "System.Net.Http" };

    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly ConcurrentQueue<string> _spans = new();
    private readonly ConcurrentDictionary<string, bool> _measurements = new();

    public Eavesdropper()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => Exported.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _spans.Enqueue(Text(activity)),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.Start();
    }

    public IReadOnlyCollection<string> Spans => _spans;

    public ICollection<string> Measurements => _measurements.Keys;

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private static string Text(Activity activity) => string.Join(
        ' ', activity.Source.Name, activity.OperationName, activity.DisplayName, activity.StatusDescription, activity.TraceStateString,
        Tags(activity.TagObjects), Tags(activity.Baggage.Select(item => new KeyValuePair<string, object?>(item.Key, item.Value))),
        string.Join(' ', activity.Events.Select(told => $"{told.Name} {Tags(told.Tags)}")), string.Join(' ', activity.Links.Select(link => Tags(link.Tags ?? []))));

    private static string Tags(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _measurements.TryAdd($"{instrument.Meter.Name} {instrument.Name} {Tags(tags.ToArray())}", true);
}
