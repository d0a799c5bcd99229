using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

/// <summary>One step of <c>$orderby</c>.</summary>
/// <param name="Path">What is compared.</param>
/// <param name="Descending">Largest first.</param>
internal sealed record Ordering(PropertyPath Path, bool Descending)
{
    /// <summary>Sorts records; empty values come first, and the id decides at last.</summary>
    public static IEnumerable<Record> Sort(IEnumerable<Record> records, IReadOnlyList<Ordering> steps)
    {
        IOrderedEnumerable<Record>? sorted = null;
        foreach (var step in steps)
        {
            var comparer = Comparer<object?>.Create((left, right) =>
                (left, right) switch { (null, null) => 0, (null, _) => -1, (_, null) => 1, _ => FilterParser.Order(left, right) ?? 0 });
            sorted = (sorted, step.Descending) switch
            {
                (null, false) => records.OrderBy(step.Path.Read, comparer),
                (null, true) => records.OrderByDescending(step.Path.Read, comparer),
                (_, false) => sorted.ThenBy(step.Path.Read, comparer),
                _ => sorted.ThenByDescending(step.Path.Read, comparer),
            };
        }

        return sorted?.ThenBy(record => record.Id) ?? records.OrderBy(record => record.Id);
    }
}
