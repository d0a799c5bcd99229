using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Mapping.Documents;
using Integration.Mapping.Flows;
using Integration.Mapping.Reading;

namespace Integration.Connectors.Publishing;

/// <summary>Checks a document before it counts: form, every path against the source's and the target's schema, expressions, code tables.</summary>
public static class DocumentChecks
{
    private const string Orders = "orders";

    /// <summary>Checks a text.</summary>
    /// <param name="pair">The pair that it is for.</param>
    /// <param name="name">Which document it is.</param>
    /// <param name="text">The text.</param>
    /// <param name="mappings">The pair's mapping documents (<see cref="PairMappings"/>), with the schemas of both sides.</param>
    public static DocumentFindings Check(PairDefinition pair, string name, string text, IReadOnlyList<MappingPort> mappings)
    {
        try
        {
            return name switch
            {
                DocumentNames.OrdersFlow => Flow(text),
                _ when mappings.FirstOrDefault(port => port.Name == name) is { } port => Mapping(pair, text, port),
                _ when !DocumentNames.CanBePublished(name) => Wrong($"'{name}' cannot be part of a file's name: use letters, digits, dots and hyphens."),
                _ when DocumentNames.TableOf(name) is { } table => Table(pair, table, text),
                _ => Wrong($"There is no document '{name}'. Known: {string.Join(", ", DocumentNames.Of(pair, mappings))}."),
            };
        }
        catch (DocumentException unusable)
        {
            return new DocumentFindings(0, unusable.Errors, []);
        }
        catch (JsonException unreadable)
        {
            return Wrong($"It is not JSON. {unreadable.Message}");
        }
    }

    private static DocumentFindings Mapping(PairDefinition pair, string text, MappingPort port)
    {
        var document = MappingDocument.Parse(text);
        var errors = new List<string>();
        var (lane, direction) = DocumentNames.MappingOf(port.Name);
        if (SourceSchema.NamesOf(port.Source) is var names && !names.Contains(document.Source)) errors.Add($"Its source is '{document.Source}': write \"{names[0]}\".");
        if (document.Lane != lane) errors.Add($"Its lane is '{document.Lane}': write \"{lane}\".");
        if (document.Direction != direction) errors.Add($"Its direction is wrong: write \"{(direction == MappingDirection.ToErp ? "toErp" : "toStorefront")}\".");
        if (errors.Count > 0) return new DocumentFindings(document.Version, errors, []);
        var compiled = document.Compile(new SourceSchema(document.Source, port.Source), port.Target);
        return new DocumentFindings(document.Version, [], [.. compiled.Lookups.Where(table => !pair.Lookups.ContainsKey(table))
            .Select(table => $"The pair has no lookup '{table}': every record with a code for it goes to the attention list.")]);
    }

    private static DocumentFindings Flow(string text)
    {
        var document = FlowDocument.Parse(text);
        return document.Lane == Orders
            ? new DocumentFindings(document.Version, [], document.Enabled ? [] : ["It is not enabled."])
            : new DocumentFindings(document.Version, [$"Its lane is '{document.Lane}': write \"{Orders}\"."], []);
    }

    private static DocumentFindings Table(PairDefinition pair, string table, string text)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };
        if (JsonNode.Parse(text, documentOptions: options) is not JsonObject rows) return Wrong("A lookup is a JSON object: { \"code\": \"value\" }.");
        var tables = PairTables.Of(pair with { Lookups = new JsonObject { [table] = rows } });
        return tables.Names.Contains(table) ? new DocumentFindings(0, [], []) : Wrong("The lookup cannot be read.");
    }

    private static DocumentFindings Wrong(string error) => new(0, [error], []);
}
