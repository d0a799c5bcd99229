using System.Globalization;
using System.Text;

namespace Integration.Tests.Integration.Security;

/// <summary>Every way to spoil a genuine hint.</summary>
internal static class ForgedHints
{
    private const string OtherSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    /// <param name="genuine">The hint.</param>
    /// <param name="step">Every how-manieth bit is flipped.</param>
    public static IEnumerable<ForgedHint> All(HintMessage genuine, int step) =>
        [.. FlippedBody(genuine, step), .. FlippedHeaders(genuine, step), .. Headers(genuine), .. Signatures(genuine), .. Bodies(genuine), .. Places(genuine)];

    private static IEnumerable<ForgedHint> FlippedBody(HintMessage genuine, int step)
    {
        for (var bit = 0; bit < genuine.Body.Length * 8; bit += step)
        {
            var body = (byte[])genuine.Body.Clone();
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return Of($"bit {bit} of the body", genuine with { Body = body });
        }
    }

    // Only what can be written in a header: the rest is refused by the server itself.
    private static IEnumerable<ForgedHint> FlippedHeaders(HintMessage genuine, int step) => genuine.Headers.Index().SelectMany(header =>
        Enumerable.Range(0, header.Item.Value.Length * 7 / step).Select(index => index * step).Select(bit => (Bit: bit, Text: Flipped(header.Item.Value, bit)))
            .Where(flipped => flipped.Text.All(letter => letter is > ' ' and < '\x7f'))
            .Select(flipped => Of($"bit {flipped.Bit} of {header.Item.Name}", genuine,
                [.. genuine.Headers.Select((one, at) => at == header.Index ? (one.Name, flipped.Text) : one)])));

    private static string Flipped(string text, int bit)
    {
        var letters = text.ToCharArray();
        letters[bit / 7] ^= (char)(1 << (bit % 7));
        return new string(letters);
    }

    private static IEnumerable<ForgedHint> Headers(HintMessage genuine)
    {
        yield return Of("no headers", genuine, []);
        foreach (var (name, value) in genuine.Headers)
        {
            var others = genuine.Headers.Where(header => header.Name != name).ToList();
            yield return Of($"without {name}", genuine, others);
            yield return Of($"{name} empty", genuine, [.. others, (name, "")]);
            yield return Of($"{name} twice", genuine, [.. genuine.Headers, (name, value)]);
            yield return Of($"{name} wrong first", genuine, [(name, "x"), .. genuine.Headers]);
            yield return Of($"{name} wrong last", genuine, [.. genuine.Headers, (name, "x")]);
            yield return Of($"{name} joined", genuine, [.. others, (name, $"{value},{value}")]);
        }
    }

    private static IEnumerable<ForgedHint> Signatures(HintMessage genuine)
    {
        var (bare, now) = (genuine.Signature["v1,".Length..], DateTimeOffset.UtcNow);
        foreach (var signature in new[]
        {
            bare, $"v2,{bare}", $"V1,{bare}", $"v1a,{bare}", $"v1,{bare.TrimEnd('=')}", $"v1,{bare[..^4]}", $"v1,{bare}{bare}", "v1,", "v1,=",
            $"v1,{Convert.ToHexString(Convert.FromBase64String(bare))}", $"v1,{Convert.ToBase64String(new byte[32])}", string.Concat(Enumerable.Repeat("v1,AAAA ", 200)),
            string.Join(' ', Enumerable.Repeat($"v1,{Convert.ToBase64String(new byte[32])}", 8).Append(genuine.Signature)),
        })
        {
            yield return Of($"signature {signature[..Math.Min(12, signature.Length)]}", genuine with { Signature = signature });
        }

        yield return Of("another secret", HintMessage.Of(genuine.Body, now, OtherSecret));
        yield return Of("the secret as its text", genuine with { Signature = Sign(Encoding.UTF8.GetBytes(HintGateway.HintSecret), genuine) });
        yield return Of("no secret", genuine with { Signature = Sign([], genuine) });
        foreach (var stamp in new[] { genuine.Stamp + "000", "-1", "0", "1e9", "9223372036854775807", "NaN", $"+{genuine.Stamp}", now.ToString("O", CultureInfo.InvariantCulture) })
        {
            yield return Of($"time {stamp}", genuine with { Stamp = stamp });
        }
    }

    // The same content in other bytes was not signed.
    private static IEnumerable<ForgedHint> Bodies(HintMessage genuine)
    {
        var text = Encoding.UTF8.GetString(genuine.Body);
        foreach (var body in new[]
        {
            text.Replace(":", ": ", StringComparison.Ordinal), text + "\n", " " + text, "\uFEFF" + text, text.Replace("\"8\"", "\"\\u0038\"", StringComparison.Ordinal),
            text.Replace("order", "\\u006frder", StringComparison.Ordinal), text.Replace("8", "9", StringComparison.Ordinal), "", "{}",
        })
        {
            yield return Of("body written anew", genuine with { Body = Encoding.UTF8.GetBytes(body) });
        }
    }

    private static IEnumerable<ForgedHint> Places(HintMessage genuine) => ((string[])["nobody", "SHOP-ERP", "shop", HintGateway.Erp, "shop-erp%20", new string('a', 2_000)])
        .Select(pair => new ForgedHint($"sent to {pair[..Math.Min(10, pair.Length)]}", pair, genuine.Headers, genuine.Body));

    private static string Sign(byte[] key, HintMessage message) => HintMessage.Sign(key, message.Id, message.Stamp, message.Body);

    private static ForgedHint Of(string what, HintMessage message, IReadOnlyList<(string, string)>? headers = null) => new(what, HintGateway.Pair, headers ?? message.Headers, message.Body);
}
