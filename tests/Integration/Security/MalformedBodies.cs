using System.Text;

namespace Integration.Tests.Integration.Security;

/// <summary>Bodies that are no hint and no notification, made by dice that can be thrown again.</summary>
internal sealed class MalformedBodies(int seed)
{
    private static readonly string[] Numbers = ["NaN", "Infinity", "-Infinity", "0x10", "01", "+1", "--1", ".5", "1."];
    private readonly Random _random = new(seed);

    /// <summary>The next body; <paramref name="whole"/> is a right one, whose key ends in 8.</summary>
    public byte[] Next(byte[] whole) => _random.Next(10) switch
    {
        0 => whole[.._random.Next(whole.Length)],
        1 => Deep(_random.Next(70, 20_000)),
        2 => Charset(whole),
        3 => Twice(whole),
        4 => With(whole, Numbers[_random.Next(Numbers.Length)]),
        5 => Insert(whole, 0),
        6 => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(whole).Replace("8\"", _random.Next(2) == 0 ? "8\\u0000\"" : "8\\ud800\"", StringComparison.Ordinal)),
        7 => Garbage(_random.Next(1, 2_000)),
        8 => Insert(whole, (byte)_random.Next(0x80, 0x100)),
        _ => Encoding.UTF8.GetBytes(((string[])["", " ", "null", "true", "[]", "\"x\"", "1", "{", "}", "{}{}", "<xml/>", "\uFEFF"])[_random.Next(12)]),
    };

    private static byte[] Deep(int depth) => Encoding.ASCII.GetBytes($$"""{"a":{{new string('[', depth)}}{{new string(']', depth)}},"Inserted":[],"entity":"order","id":"8"}""");

    private byte[] Charset(byte[] whole)
    {
        var text = Encoding.UTF8.GetString(whole);
        return _random.Next(3) switch
        {
            0 => Encoding.Unicode.GetBytes(text),
            1 => Encoding.UTF32.GetBytes(text),
            _ => Encoding.BigEndianUnicode.GetBytes(text),
        };
    }

    // Its own names again, so that two readers could disagree.
    private static byte[] Twice(byte[] whole) => [.. whole[..^1], (byte)',', .. whole[1..]];

    private static byte[] With(byte[] whole, string value) => [.. whole[..^1], .. Encoding.UTF8.GetBytes($",\"x\":{value}"), (byte)'}'];

    // Inside of the name or the value that is read, where it cannot be passed over.
    private byte[] Insert(byte[] whole, byte stray)
    {
        var at = _random.Next(1, whole.Length - 1);
        return [.. whole[..at], stray, .. whole[at..]];
    }

    private byte[] Garbage(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }
}
