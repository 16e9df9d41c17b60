using System.Text;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>JSON that something has happened to on its way.</summary>
internal static class BrokenJson
{
    public static byte[] Of(byte[] json, Random luck)
    {
        var at = luck.Next(json.Length);
        switch (luck.Next(10))
        {
            case 0:
                return json[..at];
            case 1:
                json[at] = (byte)luck.Next(256);
                return json;
            case 2:
                return [.. json[..at], (byte)luck.Next(256), .. json[at..]];
            case 3:
                return [.. json, .. Encoding.UTF8.GetBytes(Odd.Json(luck))];
            case 4:
                return [0xEF, 0xBB, 0xBF, .. json];
            case 5:
                return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(json));
            case 6:
                return [.. json[..at], 0, .. json[at..]];
            case 7:
                return [.. json[..at], 0xED, 0xA0, 0x80, 0xFF, .. json[at..]];
            case 8:
                return [.. Enumerable.Repeat((byte)'[', luck.Next(1, 5000))];
            default:
                return [];
        }
    }
}
