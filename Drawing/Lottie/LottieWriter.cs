using System.Buffers;
using System.Text.Json;
using Platform.Drawing.Animations;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Lottie;

/// <summary>Writes animations as Lottie (lottie.github.io, specification 1.0; what Bodymovin 5.7 and later write).
/// Each part that is ever visible becomes a layer; layers are children as the parts are.</summary>
public static class LottieWriter
{
    /// <summary>The animation as UTF-8 JSON.</summary>
    public static byte[] Write(Animation animation)
    {
        var layers = new LayerList(animation);
        return Document(animation.Scene.Width, animation.Scene.Height, animation.FrameRate, animation.FrameCount, json =>
        {
            json.WriteStartArray("assets");
            for (var i = 0; i < layers.Pictures.Count; i++) WriteAsset(json, $"picture-{i}", layers.Pictures[i].Png.AsSpan());
            json.WriteEndArray();
            json.WriteStartArray("layers");
            // A Lottie file names the topmost layer first.
            for (var i = layers.All.Count - 1; i >= 0; i--) WriteLayer(json, layers.All[i], animation.FrameCount);
            json.WriteEndArray();
        });
    }

    /// <summary>A sequence of PNG pictures of one size as UTF-8 JSON: for pixel art, whose pixels no moving outline would keep.</summary>
    /// <param name="size">Width and height of the animation.</param>
    public static byte[] WriteFrames(IReadOnlyList<byte[]> frames, int size, int frameRate)
    {
        var assets = new List<byte[]>();
        var used = frames.Select(frame =>
        {
            var same = assets.FindIndex(asset => asset.AsSpan().SequenceEqual(frame));
            if (same < 0) assets.Add(frame);
            return same < 0 ? assets.Count - 1 : same;
        }).ToList();
        return Document(size, size, frameRate, frames.Count, json =>
        {
            json.WriteStartArray("assets");
            for (var i = 0; i < assets.Count; i++) WriteAsset(json, $"frame-{i}", assets[i]);
            json.WriteEndArray();
            json.WriteStartArray("layers");
            for (var i = 0; i < used.Count; i++)
            {
                WriteStart(json, 2, i + 1, $"frame {i}", null, i, i + 1);
                json.WriteString("refId", $"frame-{used[i]}");
                var (width, height) = PngHeader.SizeOf(assets[used[i]]);
                WritePlacement(json, new(0, 0), (float)size / width, (float)size / height, null, 0);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static byte[] Document(float width, float height, int frameRate, int frameCount, Action<Utf8JsonWriter> writeContent)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("v", "5.7.0");
            json.WriteNumber("fr", frameRate);
            json.WriteNumber("ip", 0);
            json.WriteNumber("op", frameCount);
            json.WriteNumber("w", (int)width);
            json.WriteNumber("h", (int)height);
            json.WriteNumber("ddd", 0);
            writeContent(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteAsset(Utf8JsonWriter json, string id, ReadOnlySpan<byte> png)
    {
        var (width, height) = PngHeader.SizeOf(png);
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteNumber("w", width);
        json.WriteNumber("h", height);
        json.WriteString("u", "");
        // Base64 needs no escaping, so it is written as it is, fast.
        json.WritePropertyName("p");
        json.WriteRawValue($"\"data:image/png;base64,{Convert.ToBase64String(png)}\"", skipInputValidation: true);
        json.WriteNumber("e", 1);
        json.WriteEndObject();
    }

    private static void WriteLayer(Utf8JsonWriter json, Layer layer, int frameCount)
    {
        var part = layer.Part;
        var picture = layer.Picture is not null;
        WriteStart(json, picture ? 2 : part.Shapes.IsEmpty ? 3 : 4, layer.Index, part.Name, layer.Parent, 0, frameCount);
        if (layer.Picture is { } image)
        {
            var (width, height) = PngHeader.SizeOf(image.Png.AsSpan());
            json.WriteString("refId", $"picture-{layer.PictureIndex}");
            WritePlacement(json, image.At, image.Width / width, image.Height / height, layer.Opacity, layer.Opacity.Keys[0].Value);
        }
        else
        {
            WriteTransform(json, layer);
            if (!part.Shapes.IsEmpty) Shapes.Write(json, part.Shapes);
        }

        json.WriteEndObject();
    }

    private static void WriteStart(Utf8JsonWriter json, int type, int index, string name, int? parent, int from, int to)
    {
        json.WriteStartObject();
        json.WriteNumber("ddd", 0);
        json.WriteNumber("ty", type);
        json.WriteNumber("ind", index);
        json.WriteString("nm", name);
        if (parent is { } above) json.WriteNumber("parent", above);
        json.WriteNumber("sr", 1);
        json.WriteNumber("ip", from);
        json.WriteNumber("op", to);
        json.WriteNumber("st", 0);
        json.WriteNumber("bm", 0);
    }

    private static void WriteTransform(Utf8JsonWriter json, Layer layer)
    {
        var (pivot, motion) = (layer.Part.Pivot, layer.Motion);
        json.WriteStartObject("ks");
        json.WriteTrack("o", layer.Opacity, 100);
        json.WriteTrack("r", motion?.Turn);
        if (motion is { X: null, Y: null } or null)
        {
            json.WriteValue("p", pivot.X, pivot.Y, 0);
        }
        else
        {
            json.WriteStartObject("p");
            json.WriteBoolean("s", true);
            json.WriteTrack("x", motion.X ?? Values.Still(0), 1, pivot.X);
            json.WriteTrack("y", motion.Y ?? Values.Still(0), 1, pivot.Y);
            json.WriteEndObject();
        }

        json.WriteValue("a", pivot.X, pivot.Y, 0);
        json.WriteScale("s", motion?.Scale);
        json.WriteEndObject();
    }

    private static void WritePlacement(Utf8JsonWriter json, Point at, float scaleX, float scaleY, Track<float>? opacity, float still)
    {
        json.WriteStartObject("ks");
        json.WriteTrack("o", opacity ?? Values.Still(still <= 0 ? 1 : still), 100);
        json.WriteTrack("r", null);
        json.WriteValue("p", at.X, at.Y, 0);
        json.WriteValue("a", 0, 0, 0);
        json.WriteValue("s", scaleX * 100, scaleY * 100, 100);
        json.WriteEndObject();
    }
}
