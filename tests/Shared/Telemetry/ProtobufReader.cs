using System.Text;

namespace Integration.Tests.Telemetry;

/// <summary>Walks the fields of one protobuf message; enough to read OTLP traces without generated code.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    public int Field { get; private set; }

    /// <summary>The bytes of a length-delimited field; empty for other kinds.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    public readonly string Text => Encoding.UTF8.GetString(Bytes);

    public readonly string Hex => Convert.ToHexStringLower(Bytes);

    public bool Next()
    {
        if (_rest.IsEmpty) return false;
        var key = Varint();
        Field = (int)(key >> 3);
        var length = (key & 7) switch
        {
            0 => Skip(Varint()),
            1 => 8,
            2 => (int)Varint(),
            5 => 4,
            var kind => throw new InvalidDataException($"Protobuf wire type {kind} is not known."),
        };
        Bytes = _rest[..length];
        _rest = _rest[length..];
        return true;
    }

    private static int Skip(ulong _) => 0;

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
    }
}
