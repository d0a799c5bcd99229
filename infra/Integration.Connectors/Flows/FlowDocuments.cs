using System.Collections.Concurrent;
using Integration.Connectors.Pairs;
using Integration.Connectors.Publishing;
using Integration.Mapping.Flows;
using Integration.Mapping.Reading;

namespace Integration.Connectors.Flows;

/// <summary>
/// The flow documents of all pairs (<c>documents: { "orders.flow": … }</c>), followed as the files change. A text that cannot be used
/// leaves the last good one in force (<c>docs/adr/0037-the-last-good-flow-document-counts.md</c>).
/// </summary>
public sealed class FlowDocuments(PairCatalog catalog, TimeProvider time)
{
    /// <summary>The document's name in pair files.</summary>
    public const string Name = DocumentNames.OrdersFlow;

    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);
    private static readonly FlowDocument Shipped = FlowDocument.Parse(ShippedDocuments.OrdersFlow);
    private static readonly string ShippedStamp = DocumentText.HashOf(ShippedDocuments.OrdersFlow);
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Text, FlowDocument Document, string Stamp)> _good = new(StringComparer.Ordinal);

    /// <summary>The document that counts for the pair; the shipped one for a pair that names none.</summary>
    public FlowDocument Of(string pair) => StandOf(pair).Document;

    /// <summary>The document with what is wrong about its newest text.</summary>
    public FlowStand StandOf(string pair)
    {
        if (_entries.TryGetValue(pair, out var known) && time.GetElapsedTime(known.ReadAt) < Fresh) return known.Stand;
        var entry = new Entry(Read(pair), time.GetTimestamp());
        _entries[pair] = entry;
        return entry.Stand;
    }

    /// <summary>The text of the pair's last good document, or null when it has none.</summary>
    internal string? GoodText(string pair) => _good.TryGetValue(pair, out var good) ? good.Text : null;

    /// <summary>Takes up what an earlier process kept, unless something newer is known. A text that is no longer understood is left alone.</summary>
    internal void Restore(string pair, string text)
    {
        try
        {
            if (_good.TryAdd(pair, (text, FlowDocument.Parse(text), DocumentText.HashOf(text)))) _entries.TryRemove(pair, out _);
        }
        catch (DocumentException)
        {
            // Kept by another version of this program. Without a last good document, orders are held where the file cannot be used.
        }
    }

    private FlowStand Read(string pairName)
    {
        try
        {
            // A pair whose own file is broken just now has orders on their way; its rules go on counting for them.
            if (catalog.Find(pairName) is not { } pair) return LastGood(pairName, "The pair is disabled.");
            if (PairDocument.Read(pair, Name) is not { } text) return new FlowStand(Shipped, "", IsUsable: true, ShippedStamp);

            if (!_good.TryGetValue(pairName, out var good) || good.Text != text)
            {
                good = (text, FlowDocument.Parse(text), DocumentText.HashOf(text));
                _good[pairName] = good;
            }

            return new FlowStand(good.Document, "", IsUsable: true, good.Stamp);
        }
        catch (Exception unusable) when (unusable is DocumentException or PairFileException)
        {
            return LastGood(pairName, unusable.Message);
        }
    }

    private FlowStand LastGood(string pair, string problem) => _good.TryGetValue(pair, out var last)
        ? new FlowStand(last.Document, problem, IsUsable: true, last.Stamp)
        : new FlowStand(Shipped, problem, IsUsable: false, ShippedStamp);

    private sealed record Entry(FlowStand Stand, long ReadAt);
}
