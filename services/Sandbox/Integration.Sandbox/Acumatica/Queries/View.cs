using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Queries;

/// <summary>
/// Which part of a record is returned: <c>$expand</c> opens linked and detail records level by level, <c>$select</c>
/// narrows the fields, and drops what it does not name even when it is expanded.
/// </summary>
internal sealed class View
{
    private readonly HashSet<string>? _selected;
    private readonly HashSet<string> _expanded;
    private readonly bool _everything;
    private readonly string _path;

    private View(HashSet<string>? selected, HashSet<string> expanded, string path, bool everything = false)
    {
        _selected = selected;
        _expanded = expanded;
        _path = path;
        _everything = everything;
    }

    /// <summary>All scalars, nothing opened.</summary>
    public static View Scalars { get; } = new(null, [], "");

    /// <summary>Everything on every level, as a refused record is echoed.</summary>
    public static View Everything { get; } = new(null, [], "", everything: true);

    public bool IsEverything => _everything;

    /// <summary>Paths that are opened.</summary>
    public IReadOnlyCollection<string> Expanded => _expanded;

    public static View Parse(string? select, string? expand, EndpointSchema endpoint, EntitySchema schema)
    {
        var expanded = Paths(expand);
        foreach (var path in expanded)
        {
            if (path != "files" && Resolve(path, endpoint, schema) is not { Scalar: null })
            {
                throw ErpFault.Exception("The given key was not present in the dictionary.", "System.Collections.Generic.KeyNotFoundException");
            }
        }

        // Each level has to be named for itself: an inner one without its outer one opens nothing.
        expanded.RemoveWhere(path => path.LastIndexOf('/') is var cut and > 0 && !expanded.Contains(path[..cut]));
        if (string.IsNullOrWhiteSpace(select))
        {
            return new View(null, expanded, "");
        }

        var selected = Paths(select);
        foreach (var path in selected)
        {
            if (Resolve(path, endpoint, schema) is null)
            {
                throw ErpFault.Exception("The given key was not present in the dictionary.", "System.Collections.Generic.KeyNotFoundException");
            }
        }

        return new View(selected, expanded, "");
    }

    public bool Shows(string field) => _selected is null || _selected.Contains(_path + field) || WholePath();

    public bool Opens(string field) => _everything
        || (_expanded.Contains(_path + field) && (_selected is null || WholePath() || _selected.Any(path => path == _path + field || path.StartsWith($"{_path}{field}/", StringComparison.Ordinal))));

    public View Below(string field) => new(_selected, _expanded, $"{_path}{field}/", _everything);

    private static HashSet<string> Paths(string? list) =>
        [.. (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static Field? Resolve(string path, EndpointSchema endpoint, EntitySchema schema)
    {
        Field? field = null;
        foreach (var name in path.Split('/'))
        {
            var inner = field is null ? schema : field.Entity is null ? null : endpoint[field.Entity];
            field = inner?.Find(name);
            if (field is null)
            {
                return null;
            }
        }

        return field;
    }

    // "$select=Details" shows whole lines, and what is opened below them.
    private bool WholePath() => _selected!.Any(path => _path.StartsWith(path + "/", StringComparison.Ordinal));
}
