using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>Fields that a merchant's customisation requires beyond the standard ones.</summary>
internal static class RequiredFields
{
    /// <summary>Puts an error on each field that is empty; a path is <c>Entity.Field</c>, <c>Entity.Linked/Field</c> or <c>Entity.Details/Field</c>.</summary>
    public static void Check(Row row, IEnumerable<string> required)
    {
        var prefix = row.Schema.Name + ".";
        foreach (var path in required.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            Check(row, path[prefix.Length..].Split('/'));
        }
    }

    private static void Check(Row row, ReadOnlySpan<string> path)
    {
        if (path.Length == 1)
        {
            if (!row.Has(path[0]))
            {
                row.Fail(path[0], $"'{path[0]}' cannot be empty.");
            }

            return;
        }

        if (row.Schema.Find(path[0]) is { IsDetail: true })
        {
            foreach (var line in row.Lines(path[0]))
            {
                Check(line, path[1..]);
            }
        }
        else
        {
            Check(row.Link(path[0]), path[1..]);
        }
    }
}
