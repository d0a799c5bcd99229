using System.Security.Cryptography;
using System.Text;
using Integration.Platform.Hosting;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Options;
using Xunit;

namespace Integration.Tests.Unit.Platform;

public sealed class SealerTests : IDisposable
{
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes("{\"email\":\"jane@example.com\"}");
    private readonly string _folder = Directory.CreateTempSubdirectory("sealer").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_sealed_opens_again_and_never_looks_the_same_twice()
    {
        var sealer = Sealer(NewKey());

        var one = sealer.Seal(Plain, "snapshot");
        var two = sealer.Seal(Plain, "snapshot");

        Assert.Equal(Plain, sealer.Open(one, "snapshot"));
        Assert.NotEqual(one, two);
        Assert.DoesNotContain("jane", Encoding.UTF8.GetString(one), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        var sealer = Sealer(NewKey());
        var box = sealer.Seal(Plain, "snapshot");

        for (var i = 0; i < box.Length; i++)
        {
            var changed = (byte[])box.Clone();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => sealer.Open(changed, "snapshot"));
        }
    }

    [Fact]
    public void A_token_does_not_open_as_a_snapshot()
    {
        var sealer = Sealer(NewKey());

        Assert.ThrowsAny<CryptographicException>(() => sealer.Open(sealer.Seal(Plain, "token"), "snapshot"));
    }

    [Fact]
    public void After_a_rotation_the_old_key_opens_and_the_new_one_seals()
    {
        var (oldKey, newKey) = (NewKey(), NewKey());
        var old = Sealer(oldKey).Seal(Plain, "token");

        var rotated = Sealer($"{newKey}\n{oldKey}\n");

        Assert.Equal(Plain, rotated.Open(old, "token"));
        Assert.Equal(Plain, Sealer(newKey).Open(rotated.Seal(Plain, "token"), "token"));
        Assert.ThrowsAny<CryptographicException>(() => Sealer(newKey).Open(old, "token"));
    }

    [Fact]
    public void Without_a_secret_a_key_file_for_its_owner_only_is_made_once()
    {
        var first = Sealer(null);
        var second = Sealer(null);

        Assert.Equal(Plain, second.Open(first.Seal(Plain, "token"), "token"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "sealing-keys")));
        }
    }

    [Fact]
    public void A_key_of_the_wrong_length_is_refused_with_how_to_make_one()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Sealer(Convert.ToBase64String(new byte[16])));

        Assert.Contains("openssl rand -base64 32", error.Message, StringComparison.Ordinal);
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private AesSealer Sealer(string? keys) =>
        new(new KeyRing(new GivenSecrets(keys), Options.Create(new PlatformOptions { DataFolder = _folder })));

    private sealed class GivenSecrets(string? keys) : ISecrets
    {
        public string? Get(string name) => name == "sealing-keys" ? keys : null;

        public string Require(string name) => throw new NotSupportedException();
    }
}
