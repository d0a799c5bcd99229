using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.Probing;

/// <summary>Checks that tables have the custom columns and the alternate keys that everything rests on, and that the keys' indexes are active: they are built in the background and may fail.</summary>
internal sealed class TableProbe(DataverseClient client, DynamicsSettings settings)
{
    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(CancellationToken ct)
    {
        var dataverse = settings.Dataverse;
        (string Table, string Named, string[] Columns, string? Key)[] tables =
        [
            ("salesorder", "Order", [dataverse.ExternalId, .. Optional(dataverse.AnomalyScore), .. Optional(dataverse.CreditScore)], dataverse.ExternalId),
            ("salesorderdetail", "Order Product", [.. Optional(settings.LineKeyColumn)], null),
            ("product", "Product", [dataverse.ProductColumn], null),
            .. settings.HasFinance || dataverse.AccountKey is null ? [] : ((string, string, string[], string?)[])[("account", "Account", [dataverse.AccountKey], dataverse.AccountKey)],
        ];
        var findings = new List<ProbeFinding>();
        foreach (var (table, named, columns, key) in tables)
        {
            var answer = await client.DefinitionAsync(table, ct);
            if (answer.Record is not { } definition)
            {
                findings.Add(new ProbeFinding("table", ProbeLevel.Failed, $"The table {table} cannot be examined: {Words(answer.Failure)}", "Give the application user a role that reads the customizations (System Customizer, or prvReadEntity)."));
                continue;
            }

            var there = definition.Rows("Attributes").Select(attribute => attribute.Text("LogicalName")).ToHashSet(StringComparer.Ordinal);
            foreach (var column in columns)
                findings.Add(there.Contains(column)
                    ? new ProbeFinding("column", ProbeLevel.Ok, $"{table}.{column} is there.")
                    : new ProbeFinding("column", ProbeLevel.Failed, $"The table {table} has no column {column}.", $"Create it (Power Apps, Tables, {named}, Columns), or name another in the connection's dataverse settings."));
            if (key is not null) findings.Add(Key(table, named, key, definition));
        }

        return findings;
    }

    private static ProbeFinding Key(string table, string named, string column, DataverseRecord definition)
    {
        var keys = definition.Rows("Keys").Where(key => key.Json["KeyAttributes"] is System.Text.Json.Nodes.JsonArray { Count: 1 } of && (string?)of[0] == column).Select(key => key.Text("EntityKeyIndexStatus")).ToList();
        if (keys.Contains("Active")) return new ProbeFinding("alternate-key", ProbeLevel.Ok, $"The alternate key on {table}.{column} is active.");
        return keys.Count == 0
            ? new ProbeFinding("alternate-key", ProbeLevel.Failed, $"The table {table} has no alternate key on {column}: nothing would keep a second record out.", $"Create it (Power Apps, Tables, {named}, Keys) on this one column.")
            : new ProbeFinding("alternate-key", ProbeLevel.Failed, $"The alternate key on {table}.{column} is not active yet ({keys[0]}).",
                keys[0] == "Failed" ? "Remove records with the same value, then let the index be built again (Power Apps, Tables, Keys, or ReactivateEntityKey)." : "Wait until its index is built.");
    }

    private static string[] Optional(string? column) => column is null ? [] : [column];

    private static string Words(WriteOutcome? failure) => failure switch
    {
        WriteOutcome.Denied denied => denied.Reason,
        WriteOutcome.Rejected rejected => rejected.Reasons[0].Message,
        WriteOutcome.Unavailable unavailable => unavailable.Reason,
        _ => "no answer.",
    };
}
