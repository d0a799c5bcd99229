using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

/// <summary>Finds the records of a list, page by page, and looks at no more of them than it must.</summary>
internal static class RecordSearch
{
    /// <summary>One page.</summary>
    /// <param name="table">Records.</param>
    /// <param name="view">What is asked for.</param>
    /// <param name="size">Most records of the page.</param>
    /// <param name="cursor">Where it begins; null for the first.</param>
    public static RecordPage Page(RecordTable table, View view, int size, Cursor? cursor)
    {
        var page = (cursor?.Page ?? 1) + 1;
        if (view.Filter.Equal is null && view.OrderBy.Count == 0 && view.Filter.Since is null)
        {
            var found = table.AfterId(cursor?.Id, view.Filter.Holds, size + 1);
            return Cut(found, size, last => new Cursor(page, last.Id, default, 0, cursor?.Version ?? 0));
        }

        // Without an order of the caller's own, what changed since comes in the order of its changes: a sweep then costs what it returns.
        if (view.Filter.Equal is null && (view.OrderBy.Count == 0 || IsByStamp(view.OrderBy)))
        {
            var place = cursor is null ? (view.Filter.Since ?? DateTimeOffset.MinValue, Guid.Empty) : (cursor.At, cursor.Id);
            var found = table.AfterStamp(place, view.Filter.Holds, size + 1);
            return Cut(found, size, last => new Cursor(page, last.Id, last.Instant(RecordTable.Stamp) ?? default, 0, cursor?.Version ?? 0));
        }

        var offset = cursor?.Offset ?? 0;
        var sorted = Ordering.Sort(Candidates(table, view.Filter).Where(view.Filter.Holds), view.OrderBy).Skip(offset).Take(size + 1).ToList();
        return Cut(sorted, size, _ => new Cursor(page, Guid.Empty, default, offset + size, cursor?.Version ?? 0));
    }

    /// <summary>How many there are, up to the 5,000 that the service counts.</summary>
    public static int Count(RecordTable table, View view) => Candidates(table, view.Filter).Where(view.Filter.Holds).Take(5000).Count();

    private static IEnumerable<Record> Candidates(RecordTable table, Filter filter) => filter switch
    {
        { Equal: var (column, values) } => values.DistinctBy(KeyText.Of).SelectMany(value => table.By([column], [value])),
        { Since: { } from } => table.AfterStamp((from, Guid.Empty), _ => true, int.MaxValue),
        _ => table.All(),
    };

    private static bool IsByStamp(IReadOnlyList<Ordering> steps) => steps.All(step => step is { Descending: false, Path.IsOwn: true })
        && steps.Select(step => (step.Path.Column.Name, step.Path.Column.Type)).ToList() is [(RecordTable.Stamp, _)] or [(RecordTable.Stamp, _), (_, ColumnType.Guid)];

    private static RecordPage Cut(IReadOnlyList<Record> found, int size, Func<Record, Cursor> next) =>
        found.Count > size ? new RecordPage([.. found.Take(size)], next(found[size - 1])) : new RecordPage(found, null);
}
