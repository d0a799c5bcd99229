namespace Integration.Mapping.Jsonata.Execution;

/// <summary>The variables of one block, call or path item; lookups go outwards.</summary>
internal sealed class Frame
{
    private readonly Frame? _outer;
    private string[] _names;
    private object?[] _values;
    private int _count;
    private bool _isShared;

    public Frame(Run run)
    {
        Run = run;
        _names = [];
        _values = [];
    }

    public Frame(Frame outer)
    {
        Run = outer.Run;
        _outer = outer;
        _names = [];
        _values = [];
    }

    /// <summary>A frame that holds variables which other frames hold as well.</summary>
    public Frame(Run run, string[] names, object?[] values)
    {
        Run = run;
        _names = names;
        _values = values;
        _count = names.Length;
        _isShared = true;
    }

    /// <summary>A frame that holds these variables; it takes the array of values over.</summary>
    public Frame(Frame outer, string[] names, object?[] values)
    {
        Run = outer.Run;
        _outer = outer;
        _names = names;
        _values = values;
        _count = names.Length;
    }

    public Run Run { get; }

    public void Bind(string name, object? value)
    {
        if (_isShared)
        {
            _values = [.. _values];
            _isShared = false;
        }

        for (var i = 0; i < _count; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal))
            {
                _values[i] = value;
                return;
            }
        }

        if (_count == _names.Length || _count == _values.Length)
        {
            Array.Resize(ref _names, Math.Max(4, _count * 2));
            Array.Resize(ref _values, Math.Max(4, _count * 2));
        }

        _names[_count] = name;
        _values[_count++] = value;
    }

    public bool TryLookup(string name, out object? value)
    {
        for (var frame = this; frame is not null; frame = frame._outer)
        {
            for (var i = 0; i < frame._count; i++)
            {
                if (string.Equals(frame._names[i], name, StringComparison.Ordinal))
                {
                    value = frame._values[i];
                    return true;
                }
            }
        }

        value = null;
        return false;
    }
}
