namespace Integration.Sandbox.Shop.Api;

/// <summary>One operation of the 5.5 API.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below <c>/api/</c> with placeholders, such as <c>orders/{id}</c>.</param>
/// <param name="Resource">Name of what it is about, as in the API's documentation.</param>
/// <param name="Answer">What it does.</param>
internal sealed record ApiRoute(string Method, string Path, string Resource, Func<ShopUnit, ApiCall, ApiAnswer> Answer)
{
    private readonly string[] _parts = Path.Split('/');

    public bool Writes => Method != "GET";

    /// <summary>The placeholders' values when the path is this one's, else null.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] segments)
    {
        if (segments.Length != _parts.Length)
        {
            return null;
        }

        Dictionary<string, string> values = [];
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_parts[i].StartsWith('{') && segments[i].Length > 0)
            {
                values[_parts[i][1..^1]] = segments[i];
            }
            else if (_parts[i] != segments[i])
            {
                return null;
            }
        }

        return values;
    }
}
