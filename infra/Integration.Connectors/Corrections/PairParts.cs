using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;

namespace Integration.Connectors.Corrections;

/// <summary>The lookups and mapping documents of a pair, each with the hash of its content.</summary>
internal static class PairParts
{
    /// <summary>The hash of a document that cannot be read just now.</summary>
    public const string Unreadable = "";

    /// <summary>Part → hash.</summary>
    public static IReadOnlyDictionary<string, string> Of(PairDefinition pair, IReadOnlyList<MappingPort> mappings)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, table) in pair.Lookups) parts[DocumentNames.Lookup(name)] = DocumentText.HashOf((table ?? new JsonObject()).ToJsonString());
        foreach (var port in mappings)
        {
            try
            {
                parts[port.Name] = DocumentText.HashOf(PairDocument.Read(pair, port.Name) ?? port.Default);
            }
            catch (PairFileException)
            {
                // The lane itself tells what is wrong with it; mended, even to what it was before, it is another one.
                parts[port.Name] = Unreadable;
            }
        }

        return parts;
    }
}
