namespace Integration.Mapping.Jsonata.Values;

/// <summary>An object; its members keep the order in which they were added.</summary>
internal sealed class ObjectValue
{
    // Below this, comparing names one by one is quicker than hashing, and takes less memory.
    private const int MostWithoutIndex = 16;
    private KeyValuePair<string, object>[] _members;
    private int _count;
    private Dictionary<string, int>? _index;

    public ObjectValue(int capacity = 4) => _members = capacity == 0 ? [] : new KeyValuePair<string, object>[capacity];

    public int Count => _count;

    /// <summary>The members as they are now: what is added or removed while they are read does not show.</summary>
    public ArraySegment<KeyValuePair<string, object>> Members => new(_members, 0, _count);

    /// <summary>The member, or undefined.</summary>
    public object? this[string name]
    {
        get => IndexOf(name) is >= 0 and var at ? _members[at].Value : null;
        set
        {
            if (value is null)
                return;
            if (IndexOf(name) is >= 0 and var at)
                _members[at] = new(name, value);
            else
                Add(name, value);
        }
    }

    /// <summary>Adds a member that is known not to be there.</summary>
    public void Add(string name, object value)
    {
        if (_count == _members.Length)
            Array.Resize(ref _members, Math.Max(4, _count * 2));
        _index?.Add(name, _count);
        _members[_count++] = new(name, value);
    }

    public void Remove(string name)
    {
        var at = IndexOf(name);
        if (at < 0)
            return;
        _members = [.. Members.Slice(0, at), .. Members.Slice(at + 1)];
        _count--;
        _index = null;
    }

    private int IndexOf(string name)
    {
        if (_count > MostWithoutIndex)
            return (_index ??= Index()).GetValueOrDefault(name, -1);
        for (var i = 0; i < _count; i++)
        {
            if (string.Equals(_members[i].Key, name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    private Dictionary<string, int> Index()
    {
        var index = new Dictionary<string, int>(_count, StringComparer.Ordinal);
        for (var i = 0; i < _count; i++)
            index.Add(_members[i].Key, i);
        return index;
    }
}
